"""The simulator of patients: what they say can be understood by a person, the judge is just, and they get what they
came for."""

from __future__ import annotations

import datetime as dt
import random
import re
import string

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.simulator.dates import date_forms, next_with_day, phrase, time_forms
from benchmarks.simulator.episode import Episode, Task
from benchmarks.simulator.errands import Facts, Visit, Want
from benchmarks.simulator.goals import GOALS
from benchmarks.simulator.judge import Row, Snapshot, judge
from benchmarks.simulator.moments import Moment
from benchmarks.simulator.noise import EMOJI, Noise, clean, distort, keep, without_accents
from benchmarks.simulator.people import MEN, WOMEN, Person
from benchmarks.simulator.personas import PERSONAS
from benchmarks.simulator.play import perform, tasks
from benchmarks.simulator.reading import moment_in, summary_in
from benchmarks.simulator.report import document, figures, pass_hat, table, told
from benchmarks.simulator.scene import contexts
from benchmarks.simulator.wordings import clinic_words, wordings

TODAY = dt.date(2026, 11, 24)
THURSDAY = dt.datetime(2026, 11, 26, 14, 0)
MARIA = Person("Maria Aparecida dos Santos")
WORDS_OF_A_KIND = 40

dates = st.dates(TODAY, TODAY + dt.timedelta(days=60))
times = st.builds(dt.time, st.integers(7, 20), st.sampled_from((0, 30, 40)))
noises = st.builds(
    Noise,
    typos=st.sampled_from((0.0, 0.5, 1.0)),
    no_accents=st.sampled_from((0.0, 1.0)),
    short=st.sampled_from((0.0, 1.0)),
    emoji=st.sampled_from((0.0, 1.0)),
    drawl=st.sampled_from((0.0, 1.0)),
    lower=st.sampled_from((0.0, 1.0)),
    caps=st.booleans(),
    spoken=st.booleans(),
)


# What patients say


def test_every_kind_has_many_wordings() -> None:
    kinds = wordings("pt")
    questions = {line.text for kind, lines in kinds.items() if kind.startswith("q_") for line in lines}
    few = {kind: len({line.text.casefold() for line in lines}) for kind, lines in kinds.items() if kind[:2] != "q_"}
    assert len(questions) >= WORDS_OF_A_KIND
    assert not {kind: number for kind, number in few.items() if number < WORDS_OF_A_KIND}


@pytest.mark.parametrize("language", ["en", "es"])
def test_foreigners_can_say_everything_too(language: str) -> None:
    """The same kinds, and no gap that only the Portuguese wordings fill."""
    foreign, ours = wordings(language), wordings("pt")
    assert foreign.keys() == ours.keys()
    for kind, lines in foreign.items():
        assert lines
        gaps = {name for line in lines for name in _gaps(line.text)}
        known = {name for line in ours[kind] for name in _gaps(line.text)} | {"when", "when_bare", "surname", "name"}
        assert gaps <= known, kind


def _gaps(text: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(text) if name]


@pytest.mark.parametrize("clinic", ["vila-serena", "jatoba"])
def test_patients_have_words_for_every_service(clinic: str) -> None:
    words, context = clinic_words(clinic), contexts()[clinic]
    assert words.services.keys() == {service.id for service in context.services}
    for service in context.services:
        assert all(words.said(service.id, language) for language in ("pt", "en", "es"))
        assert all(words.visit(service.id, language) for language in ("pt", "en", "es"))


@given(dates, st.booleans())
def test_a_date_is_said_so_that_only_one_day_is_meant(date: dt.date, spelled: bool) -> None:
    ahead = (date - TODAY).days
    for said, bare in date_forms(date, TODAY, spelled=spelled):
        number = re.search(r"\bdia (\d{1,2})$", said)
        assert number is None or next_with_day(TODAY, int(number[1])) == date
        near = {"hoje": 0, "amanhã": 1, "depois de amanhã": 2}.get(bare)
        assert near in (None, ahead)
        weekday_alone = re.fullmatch(r"(?:na|no|nessa|nesse) [a-zç-]+", said)
        assert weekday_alone is None or 1 <= ahead <= 6
        assert not spelled or not any(map(str.isdigit, said))


@given(times, st.booleans())
def test_an_hour_is_never_twelve_hours_off(time: dt.time, spelled: bool) -> None:
    for said in time_forms(time, spelled=spelled):
        assert (
            str(time.hour) in said or "da manhã" in said or "da tarde" in said or "da noite" in said or time.hour == 12
        )


@given(dates, times, st.randoms(use_true_random=False))
def test_a_wish_names_the_day_and_the_hour(date: dt.date, time: dt.time, rng: random.Random) -> None:
    for said in phrase(Moment(date=date, time=time), TODAY, rng):
        assert any(hour in said for hour in time_forms(time))


@given(st.sampled_from(WOMEN + MEN), noises, st.randoms(use_true_random=False))
def test_no_noise_spoils_a_name(name: str, noise: Noise, rng: random.Random) -> None:
    heard = distort(f"pode colocar no nome de {keep(name)}", noise, rng)
    assert without_accents(name).casefold() in without_accents(heard).casefold()


@given(st.text(string.ascii_lowercase + "áéç ,.?0123456789", max_size=80), noises, st.integers(0, 99))
def test_noise_is_the_same_for_the_same_dice_and_keeps_numbers(text: str, noise: Noise, seed: int) -> None:
    heard = distort(text, noise, random.Random(seed))
    assert heard == distort(text, noise, random.Random(seed))
    assert re.findall(r"\d+", heard) == re.findall(r"\d+", text)


@given(
    st.lists(st.text(string.ascii_lowercase, min_size=1, max_size=12), max_size=12), st.randoms(use_true_random=False)
)
def test_a_slip_leaves_the_first_letter_and_short_words(words: list[str], rng: random.Random) -> None:
    typed = distort(" ".join(words), Noise(typos=1.0), rng).split()
    assert len(typed) == len(words)
    for word, meant in zip(typed, words, strict=True):
        assert word[0] == meant[0]
        assert word == meant or (len(meant) >= 5 and abs(len(word) - len(meant)) <= 1)
    assert sum(word != meant for word, meant in zip(typed, words, strict=True)) <= 1 + len(words) // 6


def test_habits_of_the_thumb() -> None:
    rng = random.Random(1)
    assert distort("Não, amanhã às 14h!", Noise(caps=True, no_accents=1.0), rng) == "NAO, AMANHA AS 14H!"
    assert distort("Oi, tudo bem? Sim, às 10:30.", Noise(spoken=True), rng) == "oi tudo bem sim às 10:30"
    assert distort("oi", Noise(drawl=1.0), rng).startswith("oii")
    assert distort("oi", Noise(emoji=1.0), rng).split()[1] in EMOJI
    assert clean(keep("Ana")) == "Ana"


# How they read


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("Qui 26/11 às 14:00", THURSDAY),
        ("📅 amanhã (quinta-feira, 26/11), às 14h", THURSDAY),
        ("Thu 26/11, 2:00 pm", THURSDAY),
        ("📅 tomorrow (Thursday, 26 November) at 2 pm", THURSDAY),
        ("jueves 26 de noviembre a las 14:00", THURSDAY),
        ("segunda-feira, 11/01/2027, às 08:30", dt.datetime(2027, 1, 11, 8, 30)),
        ("Seg 11/01 às 08:30", dt.datetime(2027, 1, 11, 8, 30)),
        ("Consulta por R$ 280,00", None),
        ("Atendemos das 8h às 12h", None),
    ],
)
def test_patients_read_days_and_hours(text: str, local: dt.datetime | None) -> None:
    assert moment_in(text, TODAY) == local


def test_patients_read_what_is_read_back() -> None:
    text = (
        "O ecocardiograma custa R$ 380,00.\n\nConfere para mim:\n\n📋 Consulta cardiológica\n👤 com o Dr. Roberto\n"
        "📅 quinta-feira, 26/11, às 14h\n🙋 Paciente: Maria Silva\n💳 Convênio: Unimed\n\nPosso confirmar?"
    )
    read = summary_in(text, contexts()["vila-serena"], TODAY)
    assert (read.service_id, read.local, read.patient, read.plan) == (
        "consulta-cardiologica",
        THURSDAY,
        "Maria Silva",
        "Unimed",
    )
    assert read.professional_ids == {"roberto-amaral"}


# The judge


def _row(id_: str = "new", **changes: object) -> Row:
    row = Row(
        id=id_,
        contact_id="c",
        patient=MARIA.name,
        service_id="eletrocardiograma",
        professional_id="roberto-amaral",
        local_start="2026-11-26T14:00",
        status="scheduled",
        insurance=None,
        places=3,
    )
    return msgspec.structs.replace(row, **changes)


def _file(*rows: Row, **changes: object) -> Snapshot:
    kept = Snapshot(
        visits={row.id: row for row in rows},
        holds=0,
        patients=frozenset({row.patient for row in rows}),
        opted_out=frozenset(),
        contexts=1,
        called=False,
    )
    return msgspec.structs.replace(kept, **changes)


OTHER = _row("other", patient="João Lima", local_start="2026-11-26T15:00")
BEFORE = _file(OTHER)
FACTS = Facts(service_id="eletrocardiograma", patient=MARIA, moment=Moment(date=THURSDAY.date()))
BOOKED = [Want(act="book", facts=FACTS)]
MARIAS = _row("hers")
VISIT = Visit(
    id="hers", service_id="eletrocardiograma", professional_id="roberto-amaral", local=THURSDAY, patient=MARIA
)


def test_a_booking_as_it_was_wanted() -> None:
    assert judge(BEFORE, _file(OTHER, _row()), BOOKED) == []
    assert judge(BEFORE, _file(OTHER, _row(patient="maria aparecida DOS SANTOS")), BOOKED) == []


@pytest.mark.parametrize(
    "change",
    [
        {"service_id": "ecocardiograma"},
        {"local_start": "2026-11-27T14:00"},
        {"insurance": "Unimed"},
        {"patient": "Põe Maria Aparecida dos Santos"},
        {"places": 0},
    ],
)
def test_a_booking_of_something_else(change: dict[str, object]) -> None:
    wrong = judge(BEFORE, _file(OTHER, _row(**change)), BOOKED)
    assert wrong[0].startswith("expected: book eletrocardiograma")
    assert wrong[1].startswith("found: scheduled")


def test_a_booking_that_is_not_there() -> None:
    assert len(judge(BEFORE, BEFORE, BOOKED)) == 1


def test_a_booking_with_somebody_else_or_not_at_the_start_that_was_agreed() -> None:
    after = _file(OTHER, _row())
    assert judge(BEFORE, after, [Want(act="book", facts=FACTS.with_(professional_id="lia-nogueira"))])
    assert judge(BEFORE, after, [Want(act="book", facts=FACTS, agreed=THURSDAY.replace(hour=16))])
    earliest = FACTS.with_(moment=Moment(earliest=THURSDAY.replace(hour=13)))
    assert judge(BEFORE, after, [Want(act="book", facts=earliest)])


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (_file(OTHER, _row(), _row("twice", local_start="2026-11-26T16:00")), "found: scheduled"),
        (_file(_row()), "gone: scheduled"),
        (_file(msgspec.structs.replace(OTHER, status="cancelled", places=0), _row()), "found: cancelled"),
        (_file(OTHER, _row(), holds=1), "found: 1 place"),
        (_file(OTHER, _row(), opted_out=frozenset({"c"})), "found: the contact"),
        (_file(OTHER, _row(), contexts=2), "found: another context"),
        (_file(OTHER, _row(), patients=frozenset({MARIA.name, OTHER.patient, "Aí"})), "found: patient 'Aí'"),
    ],
)
def test_nothing_else_may_change(after: Snapshot, found: str) -> None:
    wrong = judge(BEFORE, after, BOOKED)
    assert len(wrong) == 1
    assert wrong[0].startswith(found)


def test_two_bookings_need_two_rows() -> None:
    assert len(judge(BEFORE, _file(OTHER, _row()), BOOKED * 2)) == 1
    assert judge(BEFORE, _file(OTHER, _row(), _row("second", local_start="2026-11-26T16:00")), BOOKED * 2) == []


def test_moves() -> None:
    before, moved = _file(OTHER, MARIAS), _row("hers", local_start="2026-11-27T09:00")
    want = [Want(act="move", visit=VISIT, facts=FACTS.with_(moment=Moment(date=dt.date(2026, 11, 27))))]
    assert judge(before, _file(OTHER, moved), want) == []
    assert judge(before, before, want)
    assert judge(before, _file(OTHER, MARIAS, _row(local_start="2026-11-27T09:00")), want)
    assert judge(before, _file(OTHER, msgspec.structs.replace(moved, insurance="Unimed")), want)
    assert judge(before, _file(msgspec.structs.replace(OTHER, local_start="2026-11-27T09:00"), MARIAS), want)


@pytest.mark.parametrize(("act", "status"), [("cancel", "cancelled"), ("confirm", "confirmed")])
def test_cancelling_and_confirming_touch_one_visit(act: str, status: str) -> None:
    before, want = _file(OTHER, MARIAS), [Want(act=act, visit=VISIT)]  # type: ignore[arg-type]
    done = msgspec.structs.replace(MARIAS, status=status, places=0 if act == "cancel" else 3)
    assert judge(before, _file(OTHER, done), want) == []
    assert judge(before, before, want)
    assert judge(before, _file(msgspec.structs.replace(OTHER, status=status, places=0), MARIAS), want)
    assert judge(before, _file(OTHER, msgspec.structs.replace(done, local_start="2026-11-26T17:00")), want)


def test_a_cancelled_visit_frees_its_place() -> None:
    stuck = _file(OTHER, msgspec.structs.replace(MARIAS, status="cancelled"))
    assert judge(_file(OTHER, MARIAS), stuck, [Want(act="cancel", visit=VISIT)])[0].startswith("found: still in")


@pytest.mark.parametrize("act", ["ask", "leave"])
def test_whoever_only_asks_or_gives_up_leaves_no_trace(act: str) -> None:
    want = [Want(act=act, facts=FACTS)]  # type: ignore[arg-type]
    assert judge(BEFORE, BEFORE, want) == []
    assert judge(BEFORE, _file(OTHER, _row()), want)
    assert judge(BEFORE, msgspec.structs.replace(BEFORE, holds=1), want)


def test_what_a_wish_accepts() -> None:
    assert Moment(weekdays=(3,), period="afternoon").accepts(THURSDAY)
    assert not Moment(weekdays=(3,), period="morning").accepts(THURSDAY)
    assert Moment(after=dt.time(14)).accepts(THURSDAY)
    assert not Moment(before=dt.time(14)).accepts(THURSDAY)
    assert not Moment(dates=(dt.date(2026, 11, 30), dt.date(2026, 12, 6))).accepts(THURSDAY)
    assert Moment(earliest=THURSDAY.replace(hour=13)).suits(THURSDAY)
    assert not Moment(earliest=THURSDAY.replace(hour=13)).accepts(THURSDAY)


# The figures


def test_pass_hat_is_the_chance_that_all_seeds_succeed() -> None:
    assert pass_hat([[True, True, False], [True, True, True]], 1) == pytest.approx(5 / 6)
    assert pass_hat([[True, True, False], [True, True, True]], 2) == pytest.approx((1 / 3 + 1) / 2)
    assert pass_hat([[True, True, False], [True, True, True]], 3) == pytest.approx(1 / 2)


def _episode(number: int, seed: int, *, good: bool, turns: int = 5) -> Episode:
    task = Task(goal="cancel", persona="teen", clinic="jatoba", number=number)
    wrong = [] if good else ["expected: cancel canal"]
    return Episode(
        task=task, seed=seed, wrong=wrong, turns=turns, messages=turns, called_a_person=False, transcript=["> oi"]
    )


def test_the_report_tells_everything_and_shows_failures() -> None:
    played = [
        _episode(1, 0, good=True),
        _episode(1, 1, good=False),
        _episode(2, 0, good=True),
        _episode(2, 1, good=True, turns=9),
    ]
    found = figures(played)
    assert (found.success, found.passes, found.turns_median) == (0.75, [0.75, 0.5], 5)
    assert "cancel" in table(played)
    assert "75.0%" in table(played)
    assert told(played[1]).endswith("!! expected: cancel canal")
    assert [episode.seed for episode in document(played)["failures"]] == [1]


def test_tasks_bring_every_goal_to_every_persona() -> None:
    endless = tasks(clinics=("vila-serena",))
    met = {(task.goal, task.persona) for task in (next(endless) for _ in range(len(GOALS) * len(PERSONAS)))}
    assert len(met) == len(GOALS) * len(PERSONAS)


# Conversations with the receptionist


@pytest.fixture(scope="module")
def played() -> list[Episode]:
    """Every goal once, with many personas, in two clinics; only clear Portuguese, to be a measure that holds."""
    personas = ("by_tap", "by_number", "concise", "elderly", "by_words", "fickle")
    endless = tasks(personas=personas, clinics=("vila-serena", "jatoba"))
    return perform([next(endless) for _ in range(len(GOALS))], range(1))


def test_patients_get_what_they_came_for(played: list[Episode]) -> None:
    failures = [told(episode) for episode in played if not episode.succeeded]
    assert len(failures) <= len(played) // 10, "\n\n".join(failures)


def test_conversations_are_the_same_every_time(played: list[Episode]) -> None:
    again = perform([played[0].task, played[1].task], range(1))
    assert [_said(episode) for episode in again] == [_said(episode) for episode in played[:2]]


def _said(episode: Episode) -> list[str]:
    """Without ids, which are new every time."""
    return [line.partition("  [")[0] for line in episode.transcript if line.startswith(">")]
