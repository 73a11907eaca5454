"""A clinic of many doors, sixty services and a dozen doctors, whose names lie close to each other."""

from __future__ import annotations

from atendeai.clinics.context import (
    ClinicContext,
    ClinicFacts,
    InsurancePlan,
    Interval,
    Professional,
    Service,
    WeeklyHours,
)

_DAY = [Interval(start="07:00", end="12:00"), Interval(start="13:00", end="19:00")]

_VISITS = (
    ("cardio", "Consulta cardiológica", "Cardiologia"),
    ("gineco", "Consulta ginecológica", "Ginecologia"),
    ("orto", "Consulta ortopédica", "Ortopedia"),
    ("derma", "Consulta dermatológica", "Dermatologia"),
    ("pediatria", "Consulta pediátrica", "Pediatria"),
    ("oftalmo", "Consulta oftalmológica", "Oftalmologia"),
    ("otorrino", "Consulta com otorrinolaringologista", "Otorrinolaringologia"),
    ("endocrino", "Consulta com endocrinologista", "Endocrinologia"),
    ("neuro", "Consulta neurológica", "Neurologia"),
    ("psiquiatria", "Consulta psiquiátrica", "Psiquiatria"),
    ("urologia", "Consulta urológica", "Urologia"),
    ("gastro", "Consulta com gastroenterologista", "Gastroenterologia"),
    ("pneumo", "Consulta com pneumologista", "Pneumologia"),
    ("reumato", "Consulta com reumatologista", "Reumatologia"),
    ("clinico", "Consulta com clínico geral", "Clínica médica"),
    ("geriatria", "Consulta geriátrica", "Geriatria"),
    ("angio", "Consulta com angiologista", "Angiologia"),
    ("retorno", "Retorno", ""),
    ("psico", "Sessão de psicoterapia", "Psicologia"),
    ("fisio", "Sessão de fisioterapia", "Fisioterapia"),
    ("fono", "Sessão de fonoaudiologia", "Fonoaudiologia"),
    ("nutri", "Consulta nutricional", "Nutrição"),
    ("acupuntura", "Acupuntura", ""),
    ("pilates", "Pilates", ""),
)
_EXAMS = (
    ("ecg", "Eletrocardiograma (ECG)", "Cardiologia"),
    ("eco", "Ecocardiograma com Doppler", "Cardiologia"),
    ("holter", "Holter 24h", "Cardiologia"),
    ("mapa", "MAPA 24h", "Cardiologia"),
    ("ergo", "Teste ergométrico", "Cardiologia"),
    ("eeg", "Eletroencefalograma", "Neurologia"),
    ("enmg", "Eletroneuromiografia", "Neurologia"),
    ("us-abd", "Ultrassonografia abdominal", ""),
    ("us-pelv", "Ultrassonografia pélvica", ""),
    ("us-tv", "Ultrassonografia transvaginal", "Ginecologia"),
    ("us-obst", "Ultrassonografia obstétrica", "Ginecologia"),
    ("us-tireoide", "Ultrassonografia de tireoide", ""),
    ("us-mama", "Ultrassonografia das mamas", ""),
    ("doppler", "Doppler de carótidas", "Angiologia"),
    ("rx-torax", "Raio-X de tórax", ""),
    ("rx-coluna", "Raio-X de coluna", ""),
    ("tc", "Tomografia computadorizada", ""),
    ("rm", "Ressonância magnética", ""),
    ("densito", "Densitometria óssea", ""),
    ("mamo", "Mamografia", ""),
    ("endo", "Endoscopia digestiva alta", "Gastroenterologia"),
    ("colono", "Colonoscopia", "Gastroenterologia"),
    ("espiro", "Espirometria", "Pneumologia"),
    ("audio", "Audiometria", "Fonoaudiologia"),
    ("papa", "Papanicolau (preventivo)", "Ginecologia"),
    ("colpo", "Colposcopia", "Ginecologia"),
    ("hemograma", "Hemograma completo", ""),
    ("glicemia", "Glicemia de jejum", ""),
    ("urina", "Exame de urina (EAS)", ""),
    ("polissono", "Polissonografia", ""),
    ("retina", "Mapeamento de retina", "Oftalmologia"),
)
_OTHERS = (
    ("botox", "Aplicação de toxina botulínica", "Estética"),
    ("peeling", "Peeling químico", "Estética"),
    ("limpeza-pele", "Limpeza de pele", "Estética"),
    ("preench", "Preenchimento labial", "Estética"),
    ("vacina-gripe", "Vacina da gripe", ""),
    ("checkup", "Check-up executivo", ""),
    ("limpeza", "Profilaxia dental (limpeza)", "Odontologia"),
    ("canal", "Tratamento de canal", "Odontologia"),
    ("clareamento", "Clareamento dental", "Odontologia"),
)
_DOCTORS = (
    ("ricardo", "Ricardo Nogueira Bastos", "Dr. Ricardo", "Cardiologia"),
    ("fernanda", "Fernanda Queiroz Tavares", "Dra. Fernanda", "Ginecologia"),
    ("luiz", "Luiz Otávio Barreto", "Dr. Luiz Otávio", "Ortopedia"),
    ("camila", "Camila Rezende", "Dra. Camila", "Dermatologia"),
    ("edu", "Eduardo Pinheiro", "Dr. Edu", "Pediatria"),
    ("marcia", "Márcia Yamamoto", "Dra. Márcia", "Oftalmologia"),
    ("bia", "Beatriz Falcão", "Dra. Bia", "Endocrinologia"),
    ("wilson", "Wilson Schneider", "Dr. Wilson", "Neurologia"),
    ("joaop", "João Paulo Vilela", "Dr. João Paulo", "Urologia"),
    ("joaov", "João Victor Amaral", "Dr. João Victor", "Gastroenterologia"),
    ("sandra", "Sandra Mello", "Dra. Sandra", "Psicologia"),
    ("tati", "Tatiane Couto", "Tati", "Fisioterapia"),
)

POLICLINIC = ClinicContext(
    clinic=ClinicFacts(name="Policlínica Boa Vista", city="Chapecó", state="SC"),
    working_hours=WeeklyHours(monday=_DAY, tuesday=_DAY, wednesday=_DAY, thursday=_DAY, friday=_DAY, saturday=_DAY[:1]),
    services=[
        Service(id=key, name=name, category=category, specialty=specialty)
        for category, rows in (("Consultas", _VISITS), ("Exames", _EXAMS), ("Procedimentos", _OTHERS))
        for key, name, specialty in rows
    ],
    professionals=[
        Professional(id=key, name=name, display_name=shown, specialties=[specialty])
        for key, name, shown, specialty in _DOCTORS
    ],
    insurance_plans=[
        InsurancePlan(name="Unimed Nacional"),
        InsurancePlan(name="Bradesco Saúde"),
        InsurancePlan(name="SulAmérica"),
        InsurancePlan(name="Cassi"),
        InsurancePlan(name="Porto Seguro Saúde"),
        InsurancePlan(name="Postal Saúde"),
        InsurancePlan(name="IPE Saúde"),
    ],
)
