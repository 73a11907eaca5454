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
        "|ergoespirometria|stress test|exame de esforco|prueba de esfuerzo|exercise test|treadmill test"
    ),
    "doppler": "doppler|dopler|ecodoppler|eco doppler|ecodopler|duplex scan|duplex",
    "ultrasound": (
        "ultrassom|ultrasom|ultra som|ultrassonografia|ultrasonografia|ultra sonografia|ultra|usg|ecografia"
        "|ultrason|ultrasound|ultrassonografico|morfologico|ecografico|ultrasonido|sonogram|sonografia"
        "|us de"
    ),
    "transvaginal": "transvaginal|intravaginal|endovaginal|trans vaginal|transvajinal",
    "xray": "raio x|raios x|rx|radiografia|raio xis|x ray|xray|raiox|rayos x|rayo x|chapa",
    "ct": "tomografia|tomo|tc|tomografia computadorizada|ct scan|cat scan|tac",
    "mri": "ressonancia|ressonancia magnetica|rm|mri|resonancia|resonancia magnetica",
    "mammo": "mamografia|mamo|exame da mama|exame das mamas|mammogram|mammography",
    "densito": "densitometria|densitometria ossea|exame dos ossos|bone density|densitometry|densito",
    "endoscopy": "endoscopia|eda|endoscopia digestiva|endoscopy|endo",
    "colonoscopy": "colonoscopia|colono|colonoscopy",
    "pap": (
        "papanicolau|preventivo|papanicolaou|papanicolao|exame preventivo|citopatologico|colpocitologia"
        "|citologia|pap smear"
    ),
    "colposcopy": "colposcopia",
    "spiro": "espirometria|prova de funcao pulmonar|exame do sopro|exame de sopro",
    "blood": (
        "exame de sangue|exames de sangue|hemograma|coleta de sangue|tirar sangue|exame laboratorial"
        "|exames laboratoriais|coleta|laboratorio|blood test|blood tests|blood work|analises clinicas"
        "|analisis de sangre"
        "|examen de sangre|examenes de sangre"
    ),
    "urine": "exame de urina|urina tipo 1|urina 1|urine test|analisis de orina|examen de orina|exame de xixi",
    "audiometry": "audiometria|exame de audicao|teste de audicao|exame do ouvido",
    "eyes": "mapeamento de retina|fundo de olho|tonometria",
    "checkup": (
        "check up|checkup|checape|check app|chekup|checap|exames de rotina|exame de rotina|check ups"
        "|avaliacao cardiologica completa"
    ),
    "surgical_risk": "risco cirurgico|avaliacao pre operatoria|pre operatorio|parecer cardiologico",
    "patch": "curativo|curativos",
    "stitches": "retirada de pontos|tirar pontos|tirar os pontos|retirar pontos",
    "vaccine": "vacina|vacinas|vacinacao|imunizacao|vaccine|vaccination|vacuna",
    "iud": "diu|dispositivo intrauterino|colocar diu|insercao de diu|mirena|kyleena",
    "mole": (
        "retirada de pinta|tirar pinta|tirar uma pinta|retirar pinta|remocao de pinta|cauterizacao"
        "|tirar verruga|dermatoscopia|mapeamento de pintas"
    ),
    "botox": "botox|toxina botulinica|toxina",
    "sleep": "polissonografia|polisonografia|exame do sono|estudo do sono|sleep study",
    "peeling": "peeling",
    "skin_cleaning": "limpeza de pele|limpeza da pele|limpeza facial|facial cleaning|limpieza facial",
    "cleaning": (
        "limpeza dental|limpeza nos dentes|limpeza dos dentes|limpeza de dente|limpeza de dentes|limpar os dentes"
        "|profilaxia dentaria|profilaxia|teeth cleaning|dental cleaning|dentist cleaning|limpieza dental"
    ),
    "whitening": (
        "clareamento|clareamento dental|clarear os dentes|clareamento dos dentes|teeth whitening|whitening"
        "|blanqueamiento|blanqueamiento dental"
    ),
    "prenatal": "pre natal|prenatal",
    "telehealth": "teleconsulta|telemedicina|consulta online|consulta por video",
    "first_visit": "primeira consulta",
    "return": "retorno|consulta de retorno|follow up",
    "allergy_test": "teste alergico|teste de alergia|prick test",
    "physio": "fisioterapia|fisio|physiotherapy",
    "cateter": "cateterismo|cateterismo cardiaco|angioplastia",
    "biopsy": "biopsia",
    "laser": "depilacao a laser|laser",
}  # fmt: skip

# What lay people and visitors call a thing (right), and the words of a clinic's own names for it (left).
LAY: dict[str, str] = {
    "canal": "root canal|root canal treatment|endodontia|endodoncia|tratamiento de conducto|endodontics",
    "restauracao": ("tooth filling|dental filling|filling|fillings|empaste|empastes|obturacao|obturacion|restauracion"),
    "siso": (
        "wisdom tooth extraction|extraction of a wisdom tooth|wisdom tooth removal|wisdom tooth|wisdom teeth"
        "|extraccion de muela del juicio|extraccion de una muela del juicio|extraccion de la muela del juicio"
        "|muela del juicio|muelas del juicio|dente do siso|dente siso|dente do juizo"
    ),
    "aparelho": (
        "braces|braces adjustment|orthodontic braces|orthodontic braces adjustment|orthodontic adjustment|brackets"
        "|mantenimiento de los brackets|mantenimiento de brackets|ajuste de los brackets|ajuste de brackets"
        "|ajuste de ortodoncia|control de ortodoncia|mantenimiento de ortodoncia|ajuste do aparelho|ajuste no aparelho"
    ),
    "limpeza": "limpieza de dientes|limpieza de los dientes|cleaning of my teeth",
    "odontopediatrica": (
        "pediatric dentist|pediatric dentistry|children s dentist|kids dentist|child dentist|dentista infantil"
        "|dentista de crianca|dentista de ninos|dentista para ninos|dentista pediatrico|odontopediatra|odontopediatria"
    ),
    "casal": (
        "couples therapy|couple therapy|couples counseling|couples counselling|marriage counseling|terapia de casal"
        "|terapia para casal|terapia do casal|sessao de casal|sessao para casal|terapia de pareja|terapia de parejas"
        "|sesion de pareja|terapia para parejas"
    ),
    "neuropsicologica": (
        "neuropsychological assessment|neuropsychological evaluation|neuropsychological testing|neuropsychologist"
        "|neuropsychological|neuropsicologo|neuropsicologa|evaluacion neuropsicologica"
    ),
    "especializada": "specialized|specialised|consulta especializada|consulta mais especializada",
}

# Whose hands these lie in where a clinic has no name of its own for them.
LAY_FIELDS: dict[str, str] = {
    "aparelho": "dentistry", "odontopediatrica": "dentistry", "casal": "psychology", "neuropsicologica": "psychology",
}  # fmt: skip

# Specialties, with the people who practise them.
SPECIALTIES: dict[str, str] = {
    "cardiology": (
        "cardiologia|cardiologista|cardiologistas|cardio|cardiologica|cardiologico|cardiologo|cardiologa"
        "|cardiologia clinica|cardiologist|cardiology"
        "|cardiaca|cardiovascular"
    ),
    "dermatology": (
        "dermatologia|dermatologista|dermatologistas|dermato|dermatologica|dermatologico|derma|dermatologo"
        "|dermatologa|dermatologist|dermatology"
    ),
    "pediatrics": (
        "pediatria|pediatra|pediatras|pediatrica|pediatrico|medico infantil|medica infantil"
        "|pediatrician|pediatrics|puericultura|pedi"
    ),
    "gynecology": (
        "ginecologia|ginecologista|ginecologistas|gineco|ginecologica|ginecologico|ginecologo"
        "|ginecologa|gyneco|gynecologist|gynecology|ginecologia e obstetricia"
    ),
    "obstetrics": "obstetricia|obstetra|obstetras|obstetrica|obstetrico",
    "gastro": (
        "gastroenterologia|gastroenterologista|gastroenterologistas|gastro|gastrologista|gastroenterologica"
        "|gastroclinica|gastroenterologo|gastroenterologa|gastroenterologist"
    ),
    "orthopedics": (
        "ortopedia|ortopedista|ortopedistas|orto|ortopedica|ortopedico|ortopeda"
        "|traumatologia|traumatologo|orthopedist|orthopedics"
    ),
    "ophthalmology": (
        "oftalmologia|oftalmologista|oftalmologistas|oftalmo|oculista|oftalmologica"
        "|oftalmologo|oftalmologa|ophthalmologist|exame de vista|exame da vista|exame dos olhos|eye exam|eye test"
        "|examen de la vista|examen de vista"
    ),
    "ent": (
        "otorrinolaringologia|otorrinolaringologista|otorrino|otorrinos"
        "|otorino|otorrinolaringo|otorrinolaringologica|otorrinolaringologo"
    ),
    "neurology": (
        "neurologia|neurologista|neurologistas|neuro|neurologica|neurologico"
        "|neurologo|neurologa|neurologist|neurology"
    ),
    "neuropediatrics": "neuropediatria|neuropediatra|neurologista infantil",
    "psychiatry": "psiquiatria|psiquiatra|psiquiatras|psiquiatrica|psiquiatrico|psychiatrist|psychiatry",
    "psychology": (
        "psicologia|psicologo|psicologa|psicologos|psico|psicoterapia|terapia|terapeuta|psicologica|psychologist"
        "|therapist|therapy"
    ),
    "urology": "urologia|urologista|urologistas|uro|urologica|urologico|urologo|urologist",
    "endocrinology": (
        "endocrinologia|endocrinologista|endocrinologistas|endocrino|endocrinologica"
        "|endocrinologo|endocrinologa|endocrinologist"
    ),
    "general": (
        "clinica geral|clinico geral|clinico|clinica medica|medico geral|generalista|medico de familia"
        "|medicina de familia|clinica_geral|general practitioner|gp|family doctor|medico general|medico clinico"
        "|medicina da familia"
    ),
    "geriatrics": "geriatria|geriatra|geriatras|geriatrica|geriatrician",
    "pulmonology": "pneumologia|pneumologista|pneumologistas|pneumo|pneumologica|pneumologo|neumologo|pulmonologist",
    "rheumatology": (
        "reumatologia|reumatologista|reumatologistas|reumato|reumatologica|reuma|reumatologo|rheumatologist"
    ),
    "nephrology": "nefrologia|nefrologista|nefro|nefrologica|nefrologo",
    "angiology": (
        "angiologia|angiologista|vascular|cirurgiao vascular|angiologica|angiologo|vascular surgeon"
    ),
    "oncology": "oncologia|oncologista|onco|oncologica",
    "hematology": "hematologia|hematologista|hemato|hematologica",
    "allergy": "alergologia|alergista|alergologista|imunologista|imunologia|alergia e imunologia",
    "mastology": "mastologia|mastologista|mastologica",
    "proctology": "proctologia|proctologista|coloproctologia|coloproctologista|procto",
    "nutrition": "nutricao|nutricionista|nutri|nutrologo|nutrologia|nutricional|nutricionistas|nutritionist|dietitian",
    "physiotherapy": "fisioterapeuta|fisioterapeutas|physiotherapist|physical therapist",
    "speech": "fonoaudiologia|fonoaudiologo|fonoaudiologa|fono",
    "dentistry": "odontologia|dentista|dentistas|odonto|odontologica|ortodontia|ortodontista|dentist|dental",
    "electrophysiology": "eletrofisiologia|arritmologista|arritmologia",
    "infectology": "infectologia|infectologista|infecto",
    "hepatology": "hepatologia|hepatologista",
    "acupuncture": "acupuntura|acupunturista",
}  # fmt: skip

# What lies in each specialty's hands: "médico do estômago", "heart doctor", "médico del corazón".
ORGANS: dict[str, str] = {
    "cardiology": "coracao|pressao|pressao alta|heart|corazon",
    "dermatology": "pele|cabelo|unha|skin|piel",
    "pediatrics": "crianca|criancas|bebe|bebes|children|kids|baby|ninos",
    "gynecology": "mulher|mulheres|utero|women|woman|mujeres",
    "obstetrics": "gravida|gravidas|gestante|parto",
    "gastro": "estomago|intestino|barriga|gastrite|refluxo|stomach|estomago",
    "orthopedics": (
        "osso|ossos|coluna|joelho|ombro|quadril|costas|articulacao|bone|bones|back|knee|huesos|espalda|rodilla"
    ),
    "ophthalmology": "vista|olho|olhos|visao|eye|eyes|ojos",
    "ent": "ouvido|garganta|nariz|ouvido nariz e garganta|sinusite|ear|throat|oido",
    "neurology": "cabeca|cerebro|enxaqueca|nervos|brain|cabeza",
    "psychiatry": "mente|depressao|ansiedade",
    "urology": "prostata|homem|homens|bexiga|men",
    "endocrinology": "tireoide|diabetes|hormonio|hormonios|thyroid|tiroides",
    "geriatrics": "idoso|idosos|terceira idade|velho|elderly",
    "pulmonology": "pulmao|pulmoes|asma|respiracao|lung|lungs|pulmon|pulmones",
    "rheumatology": "reumatismo|artrite|fibromialgia",
    "nephrology": "rim|rins|kidney|rinon|rinones",
    "angiology": "variz|varizes|veia|veias|circulacao|vein|veins|varices",
    "mastology": "mama|mamas|seio|breast",
    "proctology": "hemorroida|hemorroidas",
    "nutrition": "dieta|emagrecer|emagrecimento",
    "dentistry": "dente|dentes|teeth|dientes",
    "allergy": "alergia|alergias|allergy",
    "hepatology": "figado",
    "speech": "fala",
}

# Parts of the body: they tell one exam from another ("ultrassom da barriga"), and name nothing by themselves.
PARTS: dict[str, str] = {
    "abdomen": "abdome|abdomen|abdominal|abdominais|barriga|abdome total|abdome superior|belly",
    "pelvis": "pelve|pelvis|pelvica|pelvico|pelvic",
    "womb": "bebe|gestacional|gravidez|obstetric",
    "thyroid": "tireoide|tiroide|tiroides|tireoidea|thyroid",
    "breast": "mama|mamas|mamaria|seio|seios|breast",
    "chest": "torax|toracico|toracica|pulmao|pulmoes|chest|peito|lung",
    "spine": "coluna|columna|costas|spine",
    "knee": "joelho|joelhos|knee|rodilla",
    "shoulder": "ombro|ombros|shoulder|hombro",
    "head": "cranio|cabeca|cerebro|encefalo|head|brain",
    "face": "face|seios da face|seios paranasais",
    "prostate": "prostata|prostatica|prostatico|prostate",
    "kidney": "rim|rins|renal|renais|vias urinarias|aparelho urinario|kidney",
    "carotid": "carotida|carotidas|pescoco",
    "legs": "perna|pernas|membros inferiores|legs",
    "hip": "quadril|hip",
    "hand": "mao|maos|punho|hand|wrist",
}

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
    sessao sesion session
    """)
