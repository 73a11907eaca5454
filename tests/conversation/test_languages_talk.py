"""Whole conversations in English and in Spanish, and some that change their language on the way."""

from __future__ import annotations

import re

import msgspec
import pytest
from world import Clinic, Patient

from atendeai.clinics.context import ClinicContext, Personality

PORTUGUESE = re.compile(
    r"\b(você|vocês|não|horário|horários|qual|quer|pode|nossa|nosso|marcad[oa]|convênio|às|com [oa] Dra?|para [oa]"
    r"|obrigad\w+|segunda|terça|quarta|quinta|sexta|hoje|amanhã|posso|ajudar|agendamento)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(r"\b(you|the|with|your|would|book|appointment|can|which|closest|private)\b", re.IGNORECASE)
SPANISH = re.compile(
    r"\b(cita|citas|puedo|quieres|cuál|con (?:el|la) Dra?|tengo|agendada|usted|lo más)\b", re.IGNORECASE
)


@pytest.fixture
def abroad(clinic: Clinic, context: ClinicContext) -> Clinic:
    """A clinic that speaks three languages and has written nothing of its own that it would quote."""
    services = [msgspec.structs.replace(one, preparation="", price_note="") for one in context.services]
    personality = Personality(name="Clara", languages=["pt-BR", "en", "es"])
    plain = msgspec.structs.replace(
        context,
        ai_personality=personality,
        services=services,
        policies=type(context.policies)(),
        emergency_text="",
    )
    clinic.loads(plain)
    return clinic


@pytest.fixture
def john(abroad: Clinic) -> Patient:
    return Patient(abroad, "4915112345678", "John")


@pytest.fixture
def pablo(abroad: Clinic) -> Patient:
    return Patient(abroad, "5491112345678", "Pablo")


def shown(person: Patient) -> str:
    """Words and options without what the clinic's document names."""
    titles = [option.title for option in person.options if not option.id.startswith(("service:", "plan:"))]
    return "\n".join([person.heard, *titles])


def says_all(person: Patient, *texts: str) -> str:
    """Everything answered."""
    return "\n".join(shown(person) for text in texts if person.says(text))


# whole bookings, moves and cancellations


def test_a_booking_in_english(john: Patient) -> None:
    john.says("Hello, I'd like to book an ECG on Friday morning with Dr. Roberto")
    assert (
        "virtual assistant at Clínica Vila Serena" in john.heard and "Eletrocardiograma with Dr. Roberto" in john.heard
    )
    assert [option.title for option in john.options][:2] == ["Fri 27/11, 8:00 am", "Fri 27/11, 8:30 am"]
    assert john.options[-1].title == "Another day"
    john.says("2")
    assert "Friday, 27 November at 8:30 am" in john.heard and "full name" in john.heard
    john.says("John Smith")
    assert [option.title for option in john.options][:2] == ["Private (no plan)", "Unimed"]
    john.says("I have Unimed")
    assert "👤 with Dr. Roberto" in john.heard and "🙋 Patient: John Smith" in john.heard
    assert "💳 Health plan: Unimed" in john.heard and john.options[0].title == "Confirm"
    assert john.visits == []
    john.says("yes")
    assert "booked" in john.heard
    assert [(v.local_start, v.patient_name, v.insurance) for v in john.visits] == [
        ("2026-11-27T08:30", "John Smith", "Unimed")
    ]


def test_a_booking_in_spanish(pablo: Patient) -> None:
    pablo.says("Hola, quisiera un electrocardiograma el viernes por la mañana con el Dr. Roberto")
    assert "asistente virtual de Clínica Vila Serena" in pablo.heard
    assert "Eletrocardiograma con el Dr. Roberto" in pablo.heard
    assert [option.title for option in pablo.options][:2] == ["Vie 27/11, 08:00", "Vie 27/11, 08:30"]
    assert pablo.options[-1].title == "Otro día"
    pablo.says("2")
    assert "viernes 27 de noviembre a las 8:30" in pablo.heard and "nombre completo" in pablo.heard
    pablo.says("Juan Pérez")
    pablo.says("tengo Unimed")
    assert "👤 con el Dr. Roberto" in pablo.heard and "💳 Seguro: Unimed" in pablo.heard
    pablo.says("sí")
    assert "agendada" in pablo.heard
    assert [(v.local_start, v.patient_name, v.insurance) for v in pablo.visits] == [
        ("2026-11-27T08:30", "Juan Pérez", "Unimed")
    ]


BOOKED = {
    "en": ["I need an ECG on Friday at 9am", "John Smith", "private", "yes"],
    "es": ["quiero un electrocardiograma el viernes a las 9h", "Juan Pérez", "particular", "sí"],
}
MOVED = {
    "en": ["I need to reschedule my appointment to Monday at 3pm", "yes"],
    "es": ["necesito cambiar mi cita para el lunes a las 15h", "sí"],
}
CANCELLED = {"en": ["I want to cancel my appointment", "yes"], "es": ["quiero cancelar mi cita", "sí"]}


@pytest.mark.parametrize(
    ("language", "asked", "released"),
    [
        ("en", "Eletrocardiograma with Dr. Roberto", "Friday, 27 November at 9 am"),
        ("es", "Eletrocardiograma con el Dr. Roberto", "viernes 27 de noviembre a las 9:00"),
    ],
)
def test_a_visit_moves(john: Patient, language: str, asked: str, released: str) -> None:
    says_all(john, *BOOKED[language])
    said = says_all(john, *MOVED[language])
    assert asked in said and john.heard.rstrip(".").endswith(released)
    assert [visit.local_start for visit in john.visits] == ["2026-11-30T15:00"]
    assert not PORTUGUESE.search(said.replace("Rua das Gaivotas", "")), said


@pytest.mark.parametrize(
    ("language", "asked", "done"),
    [("en", "cancel", ("Cancelled", "cancelled")), ("es", "cancel", ("Cancelada", "cancelé"))],
)
def test_a_visit_is_cancelled(john: Patient, language: str, asked: str, done: tuple[str, str]) -> None:
    says_all(john, *BOOKED[language])
    john.says(CANCELLED[language][0])
    assert asked in john.heard and len(john.visits) == 1
    john.says(CANCELLED[language][1])
    assert john.heard.startswith(done) or any(word in john.heard for word in done)
    assert john.visits == []


def test_a_visit_is_kept_after_a_no(john: Patient) -> None:
    says_all(john, *BOOKED["en"], CANCELLED["en"][0], "no")
    assert "Eletrocardiograma with Dr. Roberto, Friday, 27 November at 9 am, for John Smith" in john.heard
    assert len(john.visits) == 1


# everything in one language


@pytest.mark.parametrize("formality", ["informal", "formal"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_not_a_word_of_portuguese_in_a_whole_conversation(
    abroad: Clinic, context: ClinicContext, language: str, formality: str
) -> None:
    personality = Personality(name="Clara", languages=["pt-BR", "en", "es"], formality=formality)  # type: ignore[arg-type]
    bare = [msgspec.structs.replace(one, preparation="", price_note="") for one in context.services]
    abroad.loads(
        msgspec.structs.replace(context, ai_personality=personality, services=bare, policies=type(context.policies)(),
                                emergency_text="", faq=[])
    )  # fmt: skip
    guest = Patient(abroad, "12025550123", "Sam")
    talk = {
        "en": ["hello", "who are you?", "how much is the ECG?", "I need an ECG on Sunday", "another day",
               "Friday at 9am", "Sam Brown", "hapvida", "Unimed", "yes",
               "what are your opening hours?", "are you open on December 25?",
               "when is my appointment?", *MOVED["en"], *CANCELLED["en"], "I need an appointment yesterday",
               "thank you", "bye"],
        "es": ["hola", "¿quién es usted?", "¿cuánto cuesta el electrocardiograma?",
               "quiero un electrocardiograma el domingo", "otro horario", "el viernes a las 9h", "Sam Brown", "hapvida",
               "Unimed", "sí",
               "¿cuál es el horario de atención?", "¿cuándo es mi cita?", *MOVED["es"], *CANCELLED["es"],
               "quiero una cita para ayer", "gracias", "adiós"],
    }  # fmt: skip
    own = re.compile("|".join(re.escape(part) for part in (context.clinic.address, *(s.name for s in bare))))
    plans = re.compile("|".join(re.escape(p.coverage) for p in context.insurance_plans if p.coverage))
    said = plans.sub("", own.sub("", says_all(guest, *talk[language])))
    assert PORTUGUESE.search(said) is None, PORTUGUESE.search(said)
    assert (ENGLISH if language == "en" else SPANISH).search(said)
    assert not (SPANISH if language == "en" else ENGLISH).search(said)
    if language == "es":
        assert bool(re.search(r"\b(tú|te|tu|tus|quieres|puedes)\b", said)) is (formality == "informal")


# questions


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("where are you located?", "We're at: Rua das Gaivotas"),
        ("what are your opening hours?", "• Monday to Friday: 8 am to 12 pm and 1 pm to 6 pm"),
        ("are you open on December 25?", "On Friday, 25 December we're closed (Christmas)."),
        ("are you open on sunday?", "(we don't open on Sundays)"),
        ("how much is the ECG?", "Eletrocardiograma: R$ 90.00 for private patients."),
        ("do you take Unimed?", "Yes, we take Unimed."),
        ("do you take Hapvida?", "We take Unimed, Bradesco Saúde, SulAmérica and Amil."),
        ("who are the doctors?", "Our team:"),
        ("what exams do you do?", "What we offer:"),
        ("are you a robot?", "virtual assistant"),
        ("¿dónde están ubicados?", "Estamos en: Rua das Gaivotas"),
        ("¿cuál es el horario de atención?", "• Lunes a viernes: 8:00 a 12:00 y 13:00 a 18:00"),
        ("¿cuánto cuesta el electrocardiograma?", "Eletrocardiograma: R$ 90,00 como particular."),
        ("hola, ¿aceptan Unimed?", "Sí, atendemos Unimed."),
        ("hola, ¿aceptan Hapvida?", "Atendemos Unimed, Bradesco Saúde, SulAmérica y Amil."),
        ("¿quiénes son los médicos?", "Nuestro equipo:"),
        ("¿cómo puedo pagar?", "Formas de pago:"),
        ("¿eres un robot?", "asistente virtual"),
    ],
)
def test_answers(john: Patient, question: str, answer: str) -> None:
    john.says(question)
    assert answer in john.heard, john.heard


def test_the_clinics_own_words_stay_as_it_wrote_them(maria: Patient, context: ClinicContext) -> None:
    maria.says("what if I need to cancel my appointment?")
    assert context.policies.cancellation in maria.heard and "Good morning" in maria.heard


def test_the_clinics_own_greeting_is_for_its_first_language(
    maria: Patient, joao: Patient, context: ClinicContext
) -> None:
    maria.says("hello")
    assert maria.heard.startswith("Good morning! ") and maria.options[0].title == "Book a time"
    joao.says("oi")
    assert joao.heard == context.ai_personality.greeting


# emergencies


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("I have chest pain and can't breathe", "This could be an emergency. Call an ambulance now (SAMU): 192."),
        ("dolor en el pecho, no puedo respirar", "Esto puede ser una emergencia. Llama ahora a la ambulancia (SAMU)"),
        ("dor no peito e falta de ar", "Isso pode ser uma emergência. Ligue agora para o SAMU: 192."),
        ("I want to die", "call 188 (CVV, 24 hours, free)"),
        ("me quiero morir", "llama al 188 (CVV, 24 horas, gratis)"),
        ("quero morrer", "ligue 188 (CVV, 24 horas, gratuito)"),
    ],
)  # fmt: skip
def test_emergencies(john: Patient, words: str, answer: str) -> None:
    said = john.says(words)
    assert answer in john.heard and said.escalated


@pytest.mark.parametrize(
    ("before", "words", "number"),
    [
        ("I need an ECG on Friday", "chest pain", "Call an ambulance"),
        ("quiero un electrocardiograma", "dolor en el pecho", "Llama"),
    ],
)
def test_an_emergency_in_the_middle(john: Patient, before: str, words: str, number: str) -> None:
    says_all(john, before, words)
    assert number in john.heard and "192" in john.heard


# mixed conversations


def test_a_wish_for_english_in_the_middle_of_a_booking(john: Patient) -> None:
    says_all(john, "oi", "quero marcar um eletro sexta")
    assert john.options[0].title == "Sex 27/11 às 08:00"
    offered = [option.id for option in john.options]
    john.says("can we speak English?")
    assert "English" in john.heard and [option.id for option in john.options] == offered
    assert john.options[0].title == "Fri 27/11, 8:00 am"
    says_all(john, "1", "Paul Brown", "private", "yes")
    assert [(v.local_start, v.patient_name) for v in john.visits] == [("2026-11-27T08:00", "Paul Brown")]


def test_a_wish_for_a_language_at_the_start(john: Patient, pablo: Patient) -> None:
    john.says("inglês?")
    assert "English" in john.heard and john.options[0].title == "Book a time"
    pablo.says("¿habla español?")
    assert "español" in pablo.heard and pablo.options[0].title == "Agendar una cita"


def test_a_wish_for_a_language_beside_another_wish_is_granted_without_ado(john: Patient) -> None:
    john.says("do you speak English? I need an ECG on Friday")
    assert john.last and john.last.expects == "slot" and "English" not in john.heard


def test_back_to_portuguese(john: Patient) -> None:
    says_all(john, "I need an ECG on Friday", "na verdade quero na segunda de manhã")
    assert "Seg 30/11 às 08:00" in [option.title for option in john.options]


def test_short_answers_do_not_change_the_language(john: Patient) -> None:
    said = says_all(john, "I need an ECG on Friday", "1", "Maria dos Santos", "Particular", "ok")
    assert not PORTUGUESE.search(said) and "booked" in john.heard


def test_an_old_portuguese_button_is_answered_in_the_language_now_spoken(john: Patient) -> None:
    john.says("oi")
    book = john.options[0]
    john.says("good morning, how are you?")
    john.taps(book)
    assert ENGLISH.search(john.heard) and not PORTUGUESE.search(john.heard)


def test_a_clinic_that_lists_only_portuguese_stays_with_it(
    john: Patient, abroad: Clinic, context: ClinicContext
) -> None:
    abroad.loads(msgspec.structs.replace(context, ai_personality=Personality(languages=["pt-BR"])))
    john.says("I need an ECG on Friday")
    assert john.options[0].title.startswith("Sex 27/11")
    john.says("can we speak English?")
    assert "português" in john.heard and john.last and john.last.state == "date_time"


def test_a_clinic_whose_first_language_is_spanish(pablo: Patient, abroad: Clinic, context: ClinicContext) -> None:
    personality = Personality(languages=["es", "pt-BR"], greeting="¡Hola! Habla la clínica.")
    abroad.loads(msgspec.structs.replace(context, ai_personality=personality))
    pablo.says("hola")
    assert pablo.heard == "¡Hola! Habla la clínica."
    pablo.says("quero marcar um eletro")
    assert "às" in pablo.options[0].title
