"""A clinic moves in from the system before this one: its Portuguese document keeps everything useful."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atendeai.clinics.context import ClinicContext, Interval, PaymentMethod
from atendeai.clinics.reading import Reading, read_context

ARVOREDO: dict[str, Any] = {
    "_id": "arvoredo",
    "clinica": {
        "informacoes_basicas": {
            "nome": "Clínica Arvoredo",
            "tipo": "centro_diagnostico",
            "razao_social": "Arvoredo Saúde Ltda",
            "cnpj": "00.000.000/0001-00",
            "especialidade_principal": "Gastroenterologia",
            "especialidades_secundarias": ["Endoscopia", "Nutrição"],
            "descricao": "Cuidado do aparelho digestivo",
            "missao": "Atender bem.",
            "valores": ["Respeito", "Calma"],
            "diferenciais": ["Sala de repouso"],
        },
        "localizacao": {
            "endereco_principal": {
                "logradouro": "Rua das Acácias",
                "numero": "45",
                "complemento": "Sala 2",
                "bairro": "Centro",
                "cidade": "Campo Grande",
                "estado": "MS",
                "cep": "79000-000",
                "pais": "Brasil",
                "coordenadas": {"latitude": -20.4, "longitude": -54.6},
            }
        },
        "contatos": {
            "telefone_principal": "(67) 3000-0000",
            "telefone_emergencia": "(67) 3000-0001",
            "whatsapp": "(67) 90000-0000",
            "email_principal": "contato@arvoredo.example.com",
            "emails_departamentos": {"agendamento": "agenda@arvoredo.example.com"},
            "website": "https://arvoredo.example.com",
            "redes_sociais": {"instagram": "@arvoredo"},
        },
        "horario_funcionamento": {
            "segunda": {"abertura": "07:00", "fechamento": "18:00"},
            "terça": [{"inicio": "07:00", "fim": "12:00"}, {"inicio": "13:00", "fim": "18:00"}],
            "quarta": {"manha": {"inicio": "07:00", "fim": "12:00"}, "tarde": {"inicio": "13:00", "fim": "18:00"}},
            "quinta": "07h às 12h",
            "sexta": {"abertura": "07:00", "fechamento": "17:00"},
            "sábado": {"abertura": None, "fechamento": None},
            "domingo": "Fechado",
            "emergencia_24h": True,
            "observacoes": "Aos sábados só com hora marcada",
        },
    },
    "agente_ia": {
        "configuracao": {
            "nome": "Iara",
            "personalidade": "Serena",
            "tom_comunicacao": "Leve",
            "nivel_formalidade": "Baixo",
            "idiomas": ["português", "espanhol"],
            "saudacao_inicial": "Olá! Sou a Iara.",
            "mensagem_despedida": "Até breve!",
            "mensagem_fora_horario": "Estamos fechados. Em urgências, ligue 192 (SAMU). Voltamos logo.",
        },
        "comportamento": {
            "proativo": False,
            "oferece_sugestoes": True,
            "solicita_feedback": True,
            "escalacao_automatica": True,
            "limite_tentativas": 2,
            "contexto_conversa": True,
        },
        "restricoes": {"nao_pode_diagnosticar": True, "nao_pode_prescrever": True},
    },
    "profissionais": [
        {
            "id": "prof_001",
            "nome_completo": "Dra. Nina Duarte",
            "nome_exibicao": "Dra. Nina",
            "titulo": "Doutora",
            "crm": "CRM-MS 00001",
            "especialidades": ["Gastroenterologia Clínica"],
            "subespecialidades": ["Endoscopia"],
            "experiencia": "Vinte anos de consultório",
            "biografia": "Gosta de explicar com desenhos.",
            "aceita_novos_pacientes": True,
            "horarios_disponibilidade": {"segunda": [{"inicio": "08:00", "fim": "12:00"}], "quinta": []},
            "tempo_consulta_padrao": 40,
            "intervalo_entre_consultas": 10,
        },
        {
            "id": "prof_002",
            "nome_exibicao": "Téo",
            "registro": {"tipo": "CRN", "uf": "MS", "numero": "0002"},
            "especialidade": "Nutrição",
            "horarios": "segunda e quarta das 13h às 17h",
        },
    ],
    "servicos": {
        "consultas": [
            {
                "id": "cons_001",
                "nome": "Consulta de Gastro",
                "especialidade": "Gastroenterologia",
                "preco_particular": 280.0,
                "aceita_convenio": True,
                "convenios_aceitos": ["Unimed", "Cassi"],
            },
            {
                "nome": "Consulta com Nutricionista",
                "especialidade": "nutrição",
                "duracao": "1h",
                "preco": "Sob consulta",
            },
        ],
        "exames": [
            {
                "id": "exam_001",
                "nome": "Endoscopia Digestiva Alta (EDA)",
                "descricao": "Exame do estômago",
                "categoria": "Endoscopia",
                "duracao_minutos": 30,
                "preco_particular": {"valor": 450, "observacao": "com sedação"},
                "preparacao": {
                    "jejum_horas": 8,
                    "instrucoes_especiais": "Venha com acompanhante",
                    "medicamentos": "tome com pouca água",
                },
                "resultado_prazo_dias": 2,
                "contraindicacoes": ["Infarto recente"],
            },
            {
                "id": "exam_002",
                "nome": "Teste respiratório",
                "tempo_estimado": "30 minutos",
                "preparacao": {"jejum": "6 horas"},
                "aceita_convenio": False,
            },
        ],
        "procedimentos": ["Retirada de balão"],
    },
    "convenios": [
        {
            "id": "conv_001",
            "nome": "Unimed",
            "registro_ans": "000000",
            "servicos_cobertos": ["cons_001", "exam_001"],
            "copagamento": True,
            "valor_copagamento": 25.0,
            "autorizacao_necessaria": True,
        },
        "Amil",
    ],
    "formas_pagamento": {
        "dinheiro": True,
        "cartao_credito": {"aceito": True, "bandeiras": ["Visa", "Elo"], "parcelamento": "até 3x"},
        "cartao_debito": False,
        "pix": {"aceito": True, "chave": "pix@arvoredo.example.com", "desconto": 5},
        "parcelamento": {"disponivel": True, "max_parcelas": 6, "valor_minimo_parcela": 100.0, "juros": 2.0},
        "desconto_a_vista": {"disponivel": True, "percentual": 5.0},
    },
    "politicas": {
        "agendamento": {
            "antecedencia_minima_horas": 24,
            "antecedencia_maxima_dias": 90,
            "reagendamento_permitido": True,
            "cancelamento": "2 dias antes",
            "reagendamento": "Permitido",
            "atraso_tolerado": "10 minutos",
            "confirmacao_necessaria": True,
        },
        "atendimento": {
            "acompanhante_permitido": True,
            "documentos_obrigatorios": ["RG", "CPF"],
            "primeira_consulta": "Chegue 15 minutos antes",
            "retorno": "Em até 20 dias",
        },
    },
    "estrutura_fisica": {
        "consultorios": 3,
        "estacionamento": {"disponivel": True, "vagas": 10, "gratuito": True},
        "acessibilidade": "Rampa",
    },
    "informacoes_adicionais": {
        "orientacoes_gerais": "Traga exames anteriores",
        "parcerias": [{"nome": "Hospital da Serra", "tipo": "Hospital"}],
    },
    "perguntas_frequentes": [{"pergunta": "Tem wi-fi?", "resposta": "Sim."}],
    "feriados": [{"data": "26/08", "nome": "Aniversário da cidade"}],
    "metadados": {"versao": "1.0", "status": "ativo"},
    "metas": {"atendimentos": 100},
}


def read(**changed: Any) -> Reading:
    return read_context({**copy.deepcopy(ARVOREDO), **changed})


def arvoredo(**changed: Any) -> ClinicContext:
    reading = read(**changed)
    assert reading.context is not None, reading.problems
    return reading.context


def test_the_document_converts_with_one_remark() -> None:
    reading = read()
    assert reading.dialect == "legacy"
    assert [(one.path, one.severity, one.message) for one in reading.problems] == [
        ("$.servicos.consultas[0]", "warning", "'Cassi' is accepted here but stands in no list of plans: added to it")
    ]


def test_who_and_where() -> None:
    clinic = arvoredo().clinic
    assert clinic.name == "Clínica Arvoredo"
    assert clinic.specialty == "Gastroenterologia"
    assert clinic.description == (
        "Cuidado do aparelho digestivo. Missão: Atender bem. Valores: Respeito; Calma. Diferenciais: Sala de repouso."
    )
    assert clinic.address == "Rua das Acácias, 45, Sala 2 - Centro, Campo Grande - MS, CEP 79000-000"
    assert (clinic.city, clinic.state, clinic.latitude, clinic.longitude) == ("Campo Grande", "MS", -20.4, -54.6)
    assert clinic.phones == ["(67) 3000-0000", "(67) 3000-0001"]
    assert clinic.emails == ["contato@arvoredo.example.com", "agenda@arvoredo.example.com"]
    assert clinic.parking == "Disponível: sim; Vagas: 10; Gratuito: sim"
    assert arvoredo().time_zone == "America/Campo_Grande"


def test_the_voice() -> None:
    context = arvoredo()
    assert context.ai_personality.name == "Iara"
    assert context.ai_personality.formality == "informal"
    assert context.ai_personality.languages == ["pt-BR", "es"]
    assert not context.ai_behavior.proactive
    assert context.ai_behavior.escalation_threshold == 2
    assert context.emergency_text == "Em urgências, ligue 192 (SAMU)."


def test_the_week() -> None:
    hours = arvoredo().working_hours
    split = [Interval(start="07:00", end="12:00"), Interval(start="13:00", end="18:00")]
    assert hours.monday == [Interval(start="07:00", end="18:00")]
    assert hours.tuesday == hours.wednesday == split
    assert hours.thursday == split[:1]
    assert hours.saturday == hours.sunday == []


def test_who_performs_what() -> None:
    context = arvoredo()
    performed = {one.name: [person.shown for person in context.performers(one)] for one in context.services}
    assert performed["Consulta de Gastro"] == ["Dra. Nina"]
    assert performed["Consulta com Nutricionista"] == ["Téo"]
    assert performed["Endoscopia Digestiva Alta (EDA)"] == ["Dra. Nina"]


def test_services() -> None:
    services = {one.name: one for one in arvoredo().services}
    consultation = services["Consulta de Gastro"]
    assert (consultation.duration_minutes, consultation.buffer_after_minutes) == (40, 10)
    assert (consultation.price_cents, consultation.category) == (28000, "Consultas")
    assert consultation.insurance == ["Unimed", "Cassi"]
    nutrition = services["Consulta com Nutricionista"]
    assert (nutrition.id, nutrition.duration_minutes) == ("consulta-com-nutricionista", 60)
    assert (nutrition.price_cents, nutrition.price_note) == (None, "Sob consulta")
    endoscopy = services["Endoscopia Digestiva Alta (EDA)"]
    assert endoscopy.aliases == ["EDA"]
    assert (endoscopy.price_cents, endoscopy.price_note) == (45000, "com sedação.")
    assert endoscopy.insurance == ["Unimed"]
    assert endoscopy.preparation == "Jejum de 8 horas. Venha com acompanhante. Medicamentos: tome com pouca água."
    assert endoscopy.description == "Exame do estômago. Resultado em até 2 dia(s). Contraindicações: Infarto recente."
    breath = services["Teste respiratório"]
    assert (breath.preparation, breath.accepts_insurance, breath.duration_minutes) == ("Jejum de 6 horas.", False, 30)
    assert services["Retirada de balão"].category == "Procedimentos"


def test_people() -> None:
    nina, teo = arvoredo().professionals
    assert (nina.name, nina.display_name, nina.council) == ("Dra. Nina Duarte", "Dra. Nina", "CRM-MS 00001")
    assert nina.specialties == ["Gastroenterologia Clínica", "Endoscopia"]
    assert nina.bio == "Gosta de explicar com desenhos. Vinte anos de consultório."
    assert nina.working_hours is not None
    assert nina.working_hours.monday == [Interval(start="08:00", end="12:00")]
    assert (teo.name, teo.council, teo.specialties) == ("Téo", "CRN-MS 0002", ["Nutrição"])
    assert teo.working_hours is not None
    assert teo.working_hours.wednesday == [Interval(start="13:00", end="17:00")]


def test_plans_and_payment() -> None:
    context = arvoredo()
    assert [one.name for one in context.insurance_plans] == ["Unimed", "Amil", "Cassi"]
    assert (
        context.insurance_plans[0].coverage == "Autorização prévia: sim. Registro ANS: 000000. Copagamento de R$ 25,00."
    )
    assert context.payment.methods == [
        PaymentMethod(name="Dinheiro"),
        PaymentMethod(name="Cartão de crédito", brands=["Visa", "Elo"], installments="até 3x"),
        PaymentMethod(name="PIX", discount="5%", details="Chave: pix@arvoredo.example.com"),
    ]
    assert context.payment.installments == "Até 6x, juros de 2% ao mês, parcela mínima de R$ 100,00"
    assert context.payment.discount == "5%"


def test_policies_as_numbers_and_as_sentences() -> None:
    context = arvoredo()
    rules = context.scheduling_policies
    assert (rules.min_advance_hours, rules.max_advance_days, rules.cancellation_hours) == (24, 90, 48)
    assert (rules.late_tolerance_minutes, rules.return_visit_days) == (10, 20)
    said = context.policies
    assert (said.cancellation, said.rescheduling, said.lateness) == ("2 dias antes", "Permitido", "10 minutos")
    assert (said.first_visit, said.return_visit) == ("Chegue 15 minutos antes", "Em até 20 dias")
    assert said.guidance == "Traga exames anteriores"
    for part in (
        "Atendimento de emergência 24 horas.",
        "hora marcada",
        "Razão social",
        "Consultórios: 3.",
        "Hospital da Serra",
        "RG; CPF",
        "@arvoredo",
    ):
        assert part in said.notes


def test_questions_and_holidays() -> None:
    context = arvoredo()
    assert [(one.question, one.answer) for one in context.faq] == [("Tem wi-fi?", "Sim.")]
    assert [(one.date, one.name) for one in context.holidays.local] == [("08-26", "Aniversário da cidade")]


def test_an_address_in_one_line_tells_city_and_state() -> None:
    clinica = {
        "nome": "Vila",
        "endereco": "Rua B, 10 - Edifício Sol - 1º andar, Centro, São José do Rio Preto - SP, CEP: 15000-000",
    }
    clinic = arvoredo(clinica=clinica).clinic
    assert (clinic.city, clinic.state) == ("São José do Rio Preto", "SP")


@pytest.mark.parametrize(
    ("level", "formality"),
    [
        ("Médio-alto", "formal"),
        ("Alto", "formal"),
        ("Formal", "formal"),
        ("Médio", "informal"),
        ("Baixo", "informal"),
        ("Informal", "informal"),
        ("Descontraído", "informal"),
    ],
)
def test_levels_of_formality(level: str, formality: str) -> None:
    context = arvoredo(agente_ia={"configuracao": {"nivel_formalidade": level}})
    assert context.ai_personality.formality == formality


def test_a_flat_list_of_services_and_payment_in_policies() -> None:
    context = arvoredo(
        servicos=[
            {
                "nome": "Exame",
                "valor": "R$ 1.200,00",
                "duracao": "1h30",
                "convenios": "todos",
                "preparo": ["Jejum de 8 horas", "Trazer exames"],
            }
        ],
        formas_pagamento=None,
        politicas={
            "pagamento": {"formas_aceitas": ["Dinheiro", "PIX"], "parcelamento": "Até 6x", "desconto_pix": "5%"},
            "cancelamento": 12,
        },
        convenios=["Unimed", {"nome": "Amil", "ativo": False}],
    )
    service = context.services[0]
    assert (service.price_cents, service.duration_minutes, service.insurance) == (120000, 90, ["Unimed"])
    assert service.preparation == "Jejum de 8 horas. Trazer exames."
    assert context.payment.methods == [PaymentMethod(name="Dinheiro"), PaymentMethod(name="PIX", discount="5%")]
    assert context.payment.installments == "Até 6x"
    assert context.scheduling_policies.cancellation_hours == 12


def test_everything_inside_clinica_and_a_team_by_role() -> None:
    reading = read_context(
        {
            "clinica": {
                "informacoes_basicas": {
                    "nome": "Vila",
                    "endereco": {"rua": "Rua A", "numero": "1", "cidade": "Itu", "estado": "SP"},
                    "contato": {"telefone": "(11) 3000-0000", "email": "a@example.com", "site": "vila.example.com"},
                    "horario_funcionamento": {"segunda": "08:00-18:00", "domingo": "Fechado"},
                },
                "servicos": {"consultas": ["Consulta médica", "Consulta de retorno"]},
                "equipe": {
                    "medicos": [{"nome": "Dr. Ivo", "especialidade": "Clínico Geral", "crm": "1-SP"}],
                    "recepcionistas": [{"nome": "Ana"}],
                },
                "politicas": {"atendimento": {"emergencia": "Ligue 192", "prioridade": "Idosos"}},
            }
        }
    )
    assert reading.problems == []
    context = reading.context
    assert context is not None
    assert [one.name for one in context.services] == ["Consulta médica", "Consulta de retorno"]
    assert [(one.name, one.council) for one in context.professionals] == [("Dr. Ivo", "CRM 1-SP")]
    assert context.clinic.phones == ["(11) 3000-0000"]
    assert context.clinic.city == "Itu"
    assert context.emergency_text == "Ligue 192"
    assert context.working_hours.monday == [Interval(start="08:00", end="18:00")]


def test_fasting_said_in_its_many_ways() -> None:
    said = [
        {"jejum": True},
        {"jejum": False},
        {"jejum": "não"},
        {"jejum": "12"},
        {"jejum_horas": 0},
        {"jejum": "parcial"},
        True,
        False,
        "Nenhum",
        {"jejum_horas": 1},
    ]
    services = [{"nome": f"Exame {n}", "preparacao": one} for n, one in enumerate(said)]
    assert [one.preparation for one in arvoredo(servicos=services, convenios=[]).services] == [
        "É necessário jejum.",
        "Não é necessário jejum.",
        "Não é necessário jejum.",
        "Jejum de 12 horas.",
        "Não é necessário jejum.",
        "Jejum: parcial.",
        "",
        "Não é necessário preparo.",
        "Nenhum",
        "Jejum de 1 hora.",
    ]


def test_unknown_fields_are_reported_and_free_text_becomes_a_note() -> None:
    document = copy.deepcopy(ARVOREDO)
    document["politicas"]["agendamento"]["antecedencia_minma"] = "3 horas"
    document["clinica"]["informacoes_basicas"]["slogan"] = "Calma e saúde"
    document["servicos"]["exames"][0]["preoc"] = 10
    document["servicos"]["exames"][0]["id"] = "cons_001"
    document["convenios"][0]["servicos_cobertos"] = ["exam_009"]
    reading = read_context(document)
    found = {one.path: one for one in reading.problems}
    assert found["$.politicas.agendamento.antecedencia_minma"].hint == "Did you mean 'antecedencia_minima'?"
    assert found["$.clinica.informacoes_basicas.slogan"].severity == "warning"
    assert found["$.servicos.exames[0].preoc"].hint == "Did you mean 'preco'?"
    assert found["$.servicos.exames[0]"].severity == "error"
    assert found["$.convenios[0]"].message == "'Unimed' covers 'exam_009', which is no service of the clinic"


def objects(value: Any, path: str = "$") -> list[tuple[str, dict[str, Any]]]:
    if isinstance(value, list):
        return [one for index, item in enumerate(value) for one in objects(item, f"{path}[{index}]")]
    if not isinstance(value, dict):
        return []
    return [(path, value), *(one for name, held in value.items() for one in objects(held, f"{path}.{name}"))]


# Objects whose fields are free: they become text as they stand, or are known to be of no use.
FREE = (
    "preparacao",
    "metadados",
    "metas",
    "emails_departamentos",
    "redes_sociais",
    "estacionamento",
    "parcelamento",
    "desconto_a_vista",
    "parcerias[0]",
    "servicos",
    "preco_particular",
)


@given(st.data())
@settings(max_examples=120, deadline=None)
def test_every_field_not_understood_is_reported(data: st.DataObject) -> None:
    document = copy.deepcopy(ARVOREDO)
    path, place = data.draw(st.sampled_from([one for one in objects(document) if not one[0].endswith(FREE)]))
    place["zzxq"] = data.draw(st.sampled_from(["texto", 7, True, ["a"], {"b": 1}]))
    reading = read_context(document)
    assert [one.path for one in reading.problems if "Cassi" not in one.message] == [f"{path}.zzxq"], path
    assert reading.context is not None


@given(st.data())
@settings(max_examples=120, deadline=None)
def test_no_value_of_the_wrong_kind_makes_the_reader_stumble(data: st.DataObject) -> None:
    document = copy.deepcopy(ARVOREDO)
    _, place = data.draw(st.sampled_from(objects(document)))
    strange = st.sampled_from(
        [None, True, 0, -3, 1e18, "", "texto", [], {}, [None], [[1]], {"a": {"b": []}}, "24 horas"]
    )
    for name in data.draw(st.sets(st.sampled_from(sorted(place)), min_size=1, max_size=3)):
        place[name] = data.draw(strange)
    read_context(document)
