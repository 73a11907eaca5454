"""How patients name exams, visits and specialties: lay words on the right, one concept on the left.

A clinic's own names and aliases come from its context; these only add what everybody says. Written without accents.
"""

from __future__ import annotations

from atendeai.conversation.understanding.lexicon_words import vocabulary

# Exams and procedures; a concept is found in a clinic's service by any of its words.
SERVICES: dict[str, str] = {
    "ecg": (
        "eletrocardiograma|eletro|ecg|eletrocardio|eletro cardiograma|eletro do coracao|eletrocardiografia"
        "|electro|electrocardiogram|electrocardiograma|ekg"
    ),
    "eeg": "eletroencefalograma|eeg|eletro da cabeca|eletroencefalo|eletro do cerebro",
    "emg": "eletroneuromiografia|eletromiografia|enmg",
    "eco": (
        "ecocardiograma|eco|ecocardio|ecodoppler cardiaco|ecocardiografia|ultrassom do coracao"
        "|ultrassom cardiaco|eco cardiograma|eco do coracao|echocardiogram"
    ),
    "holter": "holter|holter 24h|holter 24 horas|holter 24 h|rolter|holder|aparelho 24 horas do coracao",
    "mapa": (
        "mapa 24h|mapa 24 horas|mapa 24 h|mapa de pressao|mapa da pressao|exame de pressao 24 horas"
        "|monitorizacao da pressao|monitorizacao ambulatorial da pressao arterial"
    ),
    "ergo": (
        "teste ergometrico|ergometrico|teste de esforco|esteira|exame da esteira|teste da esteira|ergometria"
        "|ergoespirometria|stress test|exame de esforco"
    ),
    "doppler": "doppler|dopler|ecodoppler|eco doppler|ecodopler",
    "ultrasound": (
        "ultrassom|ultrasom|ultra som|ultrassonografia|ultrasonografia|ultra sonografia|ultra|usg|ecografia"
        "|ultrason|ultrasound|ultrassonografico|morfologico|ecografico"
    ),
    "xray": "raio x|raios x|rx|radiografia|raio xis|x ray|raiox",
    "ct": "tomografia|tomo|tc|tomografia computadorizada",
    "mri": "ressonancia|ressonancia magnetica|rm",
    "mammo": "mamografia|mamo|exame da mama|mammogram",
    "densito": "densitometria|densitometria ossea|exame dos ossos",
    "endoscopy": "endoscopia|eda|endoscopia digestiva",
    "colonoscopy": "colonoscopia|colono",
    "pap": "papanicolau|preventivo|papanicolaou|exame preventivo|citopatologico|colpocitologia|citologia|pap smear",
    "colposcopy": "colposcopia",
    "spiro": "espirometria|prova de funcao pulmonar|exame do sopro|exame de sopro",
    "blood": (
        "exame de sangue|exames de sangue|hemograma|coleta de sangue|tirar sangue|exame laboratorial"
        "|exames laboratoriais|coleta|laboratorio|blood test|analises clinicas"
    ),
    "urine": "exame de urina|urina tipo 1|urina 1",
    "audiometry": "audiometria|exame de audicao|teste de audicao|exame do ouvido",
    "eyes": "exame de vista|exame dos olhos|mapeamento de retina|fundo de olho|tonometria",
    "checkup": (
        "check up|checkup|checape|check app|chekup|checap|exames de rotina|exame de rotina|check ups"
        "|avaliacao cardiologica completa"
    ),
    "surgical_risk": "risco cirurgico|avaliacao pre operatoria|pre operatorio|parecer cardiologico",
    "patch": "curativo|curativos",
    "stitches": "retirada de pontos|tirar pontos|tirar os pontos|retirar pontos",
    "vaccine": "vacina|vacinas|vacinacao|imunizacao",
    "iud": "diu|dispositivo intrauterino|colocar diu|insercao de diu|mirena|kyleena",
    "mole": (
        "retirada de pinta|tirar pinta|tirar uma pinta|retirar pinta|remocao de pinta|cauterizacao"
        "|tirar verruga|dermatoscopia|mapeamento de pintas"
    ),
    "botox": "botox|toxina botulinica",
    "peeling": "peeling|limpeza de pele",
    "cleaning": "limpeza dental|limpeza nos dentes|limpeza dos dentes|profilaxia dentaria|profilaxia",
    "prenatal": "pre natal|prenatal",
    "telehealth": "teleconsulta|telemedicina|consulta online|consulta por video",
    "first_visit": "primeira consulta",
    "return": "retorno|consulta de retorno",
    "allergy_test": "teste alergico|teste de alergia|prick test",
    "physio": "fisioterapia|fisio|physiotherapy",
    "cateter": "cateterismo|cateterismo cardiaco|angioplastia",
    "biopsy": "biopsia",
    "laser": "depilacao a laser|laser",
}  # fmt: skip

# Specialties, with the people who practise them.
SPECIALTIES: dict[str, str] = {
    "cardiology": (
        "cardiologia|cardiologista|cardiologistas|cardio|cardiologica|cardiologico|medico do coracao"
        "|medica do coracao|medico de coracao|cardiologia clinica|cardiologist|cardiology|doutor do coracao"
        "|cardiaca|cardiovascular"
    ),
    "dermatology": (
        "dermatologia|dermatologista|dermatologistas|dermato|dermatologica|dermatologico|derma|medico de pele"
        "|medico da pele|medica da pele|medica de pele|dermatologist"
    ),
    "pediatrics": (
        "pediatria|pediatra|pediatras|pediatrica|pediatrico|medico de crianca|medico infantil"
        "|medica de crianca|medico de bebe|pediatrician|puericultura|pedi"
    ),
    "gynecology": (
        "ginecologia|ginecologista|ginecologistas|gineco|ginecologica|ginecologico|medico de mulher"
        "|medica de mulher|gyneco|gynecologist|ginecologia e obstetricia"
    ),
    "obstetrics": "obstetricia|obstetra|obstetras|obstetrica|obstetrico",
    "gastro": (
        "gastroenterologia|gastroenterologista|gastroenterologistas|gastro|gastrologista|gastroenterologica"
        "|medico do estomago|medico de estomago|medica do estomago|gastroclinica|gastroenterologo"
    ),
    "orthopedics": (
        "ortopedia|ortopedista|ortopedistas|orto|ortopedica|ortopedico|medico de osso|medico do osso"
        "|medico dos ossos|medico de coluna|medico da coluna|traumatologia|orthopedist|medico do joelho"
    ),
    "ophthalmology": (
        "oftalmologia|oftalmologista|oftalmologistas|oftalmo|oculista|medico de vista|medico dos olhos"
        "|medico de olho|medico da vista|oftalmologica|medico do olho"
    ),
    "ent": (
        "otorrinolaringologia|otorrinolaringologista|otorrino|otorrinos|medico do ouvido|medico de ouvido"
        "|medico de garganta|medico da garganta|otorino|otorrinolaringologica"
    ),
    "neurology": (
        "neurologia|neurologista|neurologistas|neuro|neurologica|neurologico|medico da cabeca"
        "|medico de cabeca|neurologo"
    ),
    "neuropediatrics": "neuropediatria|neuropediatra|neurologista infantil",
    "psychiatry": "psiquiatria|psiquiatra|psiquiatras|psiquiatrica|psiquiatrico",
    "psychology": "psicologia|psicologo|psicologa|psicologos|psico|psicoterapia|terapia|terapeuta|psicologica",
    "urology": "urologia|urologista|urologistas|uro|urologica|medico da prostata|medico de homem|urologico",
    "endocrinology": (
        "endocrinologia|endocrinologista|endocrinologistas|endocrino|endocrinologica|medico da tireoide"
        "|medico de tireoide|medico da diabetes"
    ),
    "general": (
        "clinica geral|clinico geral|clinico|clinica medica|medico geral|generalista|medico de familia"
        "|medicina de familia|clinica_geral|general practitioner|medicina da familia"
    ),
    "geriatrics": "geriatria|geriatra|geriatras|medico de idoso|medico de idosos|geriatrica",
    "pulmonology": "pneumologia|pneumologista|pneumologistas|pneumo|medico do pulmao|pneumologica|medico de pulmao",
    "rheumatology": "reumatologia|reumatologista|reumatologistas|reumato|reumatologica|reuma",
    "nephrology": "nefrologia|nefrologista|nefro|medico do rim|medico dos rins|nefrologica",
    "angiology": (
        "angiologia|angiologista|vascular|cirurgiao vascular|medico de varizes|medico das varizes|angiologica"
    ),
    "oncology": "oncologia|oncologista|onco|oncologica",
    "hematology": "hematologia|hematologista|hemato|hematologica",
    "allergy": "alergologia|alergista|alergologista|imunologista|imunologia|alergia e imunologia",
    "mastology": "mastologia|mastologista|medico da mama|mastologica",
    "proctology": "proctologia|proctologista|coloproctologia|coloproctologista|procto",
    "nutrition": "nutricao|nutricionista|nutri|nutrologo|nutrologia|nutricional|nutricionistas",
    "physiotherapy": "fisioterapeuta|fisioterapeutas",
    "speech": "fonoaudiologia|fonoaudiologo|fonoaudiologa|fono",
    "dentistry": "odontologia|dentista|dentistas|odonto|odontologica|ortodontia|ortodontista",
    "electrophysiology": "eletrofisiologia|arritmologista|arritmologia",
    "infectology": "infectologia|infectologista|infecto",
    "hepatology": "hepatologia|hepatologista|medico do figado",
    "acupuncture": "acupuntura|acupunturista",
}  # fmt: skip

# One word of the patient that fits any of several exams.
LOOSE: dict[str, tuple[str, ...]] = {
    "exame do coracao": ("ecg", "eco", "holter", "ergo", "mapa"),
    "exames do coracao": ("ecg", "eco", "holter", "ergo", "mapa"),
    "exame cardiologico": ("ecg", "eco", "holter", "ergo", "mapa"),
    "exame cardiaco": ("ecg", "eco", "holter", "ergo", "mapa"),
    "exame da pele": ("mole",),
}

# These hold a service's name and mean no service.
NOT_SERVICES = (
    "link do mapa|link de mapa|mapa da clinica|mapa do google|mapa no google|google mapa|mapa do local"
    "|mapa de localizacao|mapa da localizacao|mapa do endereco|mapa para chegar|mapa do lugar|mapa da rua"
    "|endereco no mapa|localizacao no mapa|onde fica no mapa|pin no mapa|ponto no mapa"
)

# Words that mean a kind of service, not one service.
VISIT_WORDS = vocabulary("consulta consultas consultinha avaliacao atendimento visita appointment consultation cita")
EXAM_WORDS = vocabulary("exame exames exam exams examen examenes")
EMPTY_WORDS = vocabulary("""
    de da do das dos a o as os e em no na nos nas com sem para por um uma uns umas ao aos sob pelo pela the of
    for and clinica medica medico doutor doutora horas hora h 24h 24 simples completo completa total adulto
    infantil geral especializada especializado particular tipo via procedimento servico teste dia mais ate
    """)
