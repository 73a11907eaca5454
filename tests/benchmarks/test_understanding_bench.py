"""The benchmark of understanding: its figures are right, nobody is favoured, and no message of a test split is told."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import f1_score

from atendeai.conversation.understanding import understand
from benchmarks.understanding.baselines import BASELINES, Baseline
from benchmarks.understanding.child import Child, NoAnswer
from benchmarks.understanding.figures import (
    Confusion,
    Guess,
    alarms,
    calibration_error,
    figures,
    macro_f1,
    percentile,
    set_f1,
)
from benchmarks.understanding.measure import measure
from benchmarks.understanding.moments import Reading, Share, moment_figures
from benchmarks.understanding.ours import read
from benchmarks.understanding.report import show
from benchmarks.understanding.sets import Message, Moment, read_sets, training_messages
from training.utterances import voices

ROOT = Path(__file__).parents[2]
TUESDAY = dt.datetime(2026, 11, 24, 10, 0)
INTENTS = """# written for this page
book: Queria marcar um cardiologista
cancel+greeting: bom dia, preciso desmarcar minha consulta
affirm@confirmation: pode ser sim
"""
EMERGENCIES = "emergency: meu pai está com dor forte no peito e suando frio\nother: qual o telefone de vocês?\n"
MOMENTS = [
    {"text": "amanhã às 15h", "reference": "2026-11-24T10:00:00", "expect": {"date": "2026-11-25", "time": "15:00"}},
    {"text": "quinta de tarde", "reference": "2026-11-24T10:00:00", "expect": {"date": "1999-01-01"}},
]
names = st.sampled_from(("book", "cancel", "price", "thanks"))


def message(*intents: str, text: str = "oi") -> Message:
    return Message(text=text, intents=intents)


def guess(*intents: str, sure: float = 0.9, microseconds: float = 100.0) -> Guess:
    return Guess(intents=intents, confidence=sure, microseconds=microseconds)


def moment(**expect: object) -> Moment:
    return Moment(text="…", reference=TUESDAY, accepted=(expect,))


def reading(*answers: dict[str, object]) -> Reading:
    return Reading(answers=answers, microseconds=1.0)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three little sets of this page's own."""
    written = {
        "own_intents.txt": INTENTS,
        "own_emergencies.txt": EMERGENCIES,
        "own_moments.jsonl": "\n".join(map(json.dumps, MOMENTS)),
    }
    for name, text in written.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in written]


class TestFigures:
    @given(st.lists(st.tuples(names, names), min_size=1))
    def test_macro_f1_is_the_one_that_everybody_computes(self, pairs: list[tuple[str, str]]) -> None:
        said, heard = zip(*pairs, strict=True)
        assert macro_f1(pairs) == pytest.approx(f1_score(said, heard, average="macro"))

    def test_confidence_that_keeps_its_word_has_no_calibration_error(self) -> None:
        assert calibration_error([0.75] * 4, [True, True, True, False]) == pytest.approx(0.0)

    def test_overconfidence_is_measured_bin_by_bin(self) -> None:
        assert calibration_error([1.0, 1.0, 0.05, 0.05], [True, False, False, False]) == pytest.approx((1.0 + 0.1) / 4)

    @given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
    def test_no_calibration_error_lies_outside_zero_and_one(self, told: list[tuple[float, bool]]) -> None:
        assert 0.0 <= calibration_error(*map(list, zip(*told, strict=True))) <= 1.0

    @given(st.lists(st.floats(0, 1e6), min_size=1), st.integers(1, 100))
    def test_a_percentile_is_a_value_that_as_many_do_not_exceed(self, values: list[float], share: int) -> None:
        found = percentile(values, share)
        assert found in values
        assert sum(value <= found for value in values) * 100 >= share * len(values)
        assert sum(value < found for value in values) * 100 < share * len(values)

    def test_what_is_asked_back_does_not_count_as_answered(self) -> None:
        said = [message("book"), message("book"), message("price"), message("thanks")]
        heard = [guess("book"), guess("price"), guess("book", sure=0.49), guess("thanks", sure=0.5)]
        found = figures(said, heard, threshold=0.5, taught=())
        assert (found.accuracy, found.asked_back) == (0.5, 0.25)
        assert found.right_if_answered == pytest.approx(2 / 3)
        assert found.confusions == (Confusion("book", "price", 1), Confusion("price", "book", 1))

    def test_words_that_were_taught_are_not_unseen(self) -> None:
        said = [message("thanks", text="Obrigáda!!"), message("book", text="quero marcar")]
        found = figures(said, [guess("thanks"), guess("price")], threshold=0.5, taught={"obrigada"})
        assert (found.unseen, found.unseen_of, found.accuracy) == (0.0, 1, 0.5)

    def test_several_wishes_count_as_sets(self) -> None:
        assert set_f1(("cancel", "thanks"), ("thanks", "cancel")) == 1.0
        assert set_f1(("cancel", "thanks"), ("cancel",)) == pytest.approx(2 / 3)
        said = [message("cancel", "thanks"), message("book")]
        found = figures(said, [guess("cancel"), guess("price")], threshold=0.5, taught=())
        assert found.several == 1
        assert found.several_f1 == pytest.approx(2 / 3)

    def test_an_emergency_counts_wherever_it_is_heard(self) -> None:
        said = [message("emergency"), message("emergency"), message("other"), message("other")]
        heard = [guess("human", "emergency"), guess("human"), guess("emergency"), guess("book")]
        found = alarms(said, heard)
        assert (found.emergencies, found.heard, found.others, found.false_alarms) == (2, 1, 2, 1)


class TestMoments:
    def test_kinds_are_counted_apart(self) -> None:
        lines = [
            moment(date="2026-11-25", grain="day"),
            moment(date="2026-11-25", time_range=["12:00", "18:00"], day_part="afternoon"),
            moment(excluded_weekdays=[4]),
            moment(),
        ]
        found = moment_figures(lines, [reading({"date": "2026-11-25"})] * 2 + [reading({})] * 2)
        assert found.exact == Share(2, 4)
        assert found.kinds == {"point": Share(1, 1), "range": Share(0, 1), "wish": Share(0, 1), "nothing": Share(1, 1)}

    def test_any_of_several_answers_counts_against_any_accepted(self) -> None:
        line = Moment(text="3h", reference=TUESDAY, accepted=({"time": "15:00"}, {"time": "03:00"}))
        assert moment_figures([line], [reading({"time": "09:00"}, {"time": "03:00"})]).exact.right == 1

    def test_a_day_part_by_its_name_keeps_the_hours_of_its_engine(self) -> None:
        line = moment(date="2026-11-25", time_range=["12:00", "18:00"], day_part="afternoon")
        own: dict[str, object] = {"date": "2026-11-25", "time_range": ["13:00", "19:00"]}
        found = [
            moment_figures([line], [reading(each)]).exact.right
            for each in (
                own | {"day_part": "afternoon"},
                own | {"day_part": "evening"},
                own,
                own | {"day_part": "afternoon", "date": "2026-11-26"},
            )
        ]
        assert found == [1, 0, 0, 0]

    def test_a_field_that_a_file_never_names_is_not_compared(self) -> None:
        day = moment(date="2026-11-25")
        told = reading({"date": "2026-11-25", "earliest": True})
        assert moment_figures([day], [told]).exact.right == 1
        assert moment_figures([day, moment(earliest=True)], [told, told]).exact.right == 0

    @pytest.mark.parametrize("text", ["amanhã às 15h", "sexta de manhã", "dia 20", "bom dia", "semana que vem"])
    def test_dates_are_read_as_a_conversation_reads_them(self, text: str) -> None:
        moment_read = read(Moment(text=text, reference=TUESDAY, accepted=()))
        understood = understand(text, context=None, now=TUESDAY).entities.when
        assert (understood.date and understood.date.isoformat()) == moment_read.answers[0].get("date")


class TestSets:
    def test_files_are_known_by_what_they_hold(self, files: list[Path]) -> None:
        sets = read_sets(files)
        assert [one.intents for one in sets.messages["own_intents"]] == [("book",), ("cancel", "greeting"), ("affirm",)]
        assert sets.messages["own_intents"][2].expects == "confirmation"
        assert [one.intents for one in sets.emergencies["own_emergencies"]] == [("emergency",), ("other",)]
        assert sets.moments["own_moments"][0].reference == TUESDAY

    def test_intents_may_be_json_lines_in_any_language(self, tmp_path: Path) -> None:
        path = tmp_path / "private.jsonl"
        path.write_text(
            '{"text": "thanks!", "intent": "thanks", "language": "en"}\n{"text": "oi", "intent": "book+price"}'
        )
        first, second = read_sets([path]).messages["private"]
        assert (first.language, second.language, second.intents) == ("en", "pt", ("book", "price"))

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("a.txt", "book: marcar\nsegredo sem rótulo"),
            ("a.txt", "segredo: marcar"),
            ("a.jsonl", '{"text": "um segredo"}'),
            ("a.jsonl", '{"text": "um segredo"'),
            ("a.jsonl", '{"text": "um segredo", "reference": "2026-11-24T10:00:00"}'),
        ],
    )
    def test_what_cannot_be_read_is_told_without_its_words(self, tmp_path: Path, name: str, text: str) -> None:
        (tmp_path / name).write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=r"a\.(txt|jsonl)") as told:
            read_sets([tmp_path / name])
        assert "sem rótulo" not in str(told.value)
        assert "um segredo" not in str(told.value)

    def test_the_baselines_are_taught_what_ours_was_taught(self) -> None:
        ours = [(one.text, one.intents, one.expects) for _, said in voices() for one in said]
        assert [(one.text, one.intents, one.expects) for one in training_messages()] == ours


class TestBaselines:
    def test_one_that_is_not_installed_says_so(self, tmp_path: Path) -> None:
        missing = Baseline("nlp.js", "intents", "linear.py", "no_such_package").missing(tmp_path)
        assert missing == "its package no_such_package is not installed; `make bench-baselines` installs it"

    def test_every_one_is_a_program_here_or_says_why_not(self) -> None:
        here = ROOT / "benchmarks" / "understanding" / "baselines"
        assert all((here / one.program).is_file() if one.program else one.missing() for one in BASELINES)

    def test_a_silent_one_is_skipped_and_the_run_goes_on(self, files: list[Path]) -> None:
        sets = read_sets(files)
        broken = Baseline("broken", "moments", "no_such_program.py", "sklearn")
        outcome = measure(sets, [message("book")], [broken], seconds=60)
        assert [one.name for one in outcome.engines] == ["AtendeAI"]
        assert outcome.skipped[0].why.startswith("it gave no answer (exit code 1")

    def test_one_that_takes_too_long_is_ended(self) -> None:
        sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
        with Child(sleeper, os.environ, seconds=0.2) as child, pytest.raises(NoAnswer, match="limit 0 s"):
            child.ask({})

    def test_the_linear_model_learns_what_it_is_taught(self, files: list[Path]) -> None:
        linear = next(one for one in BASELINES if one.program == "linear.py")
        sets = read_sets(files)
        taught = [*sets.messages["own_intents"], *(message("price", text=f"quanto custa {n}?") for n in range(9))]
        outcome = measure(sets, taught, [linear], seconds=60)
        assert outcome.skipped == []
        assert outcome.engines[1].messages["own_intents"].accuracy == 1.0
        assert outcome.engines[1].messages["own_intents"].unseen_of == 0


class TestRun:
    def test_tables_tell_figures_and_no_message(self, files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
        sets = read_sets(files)
        duckling = next(one for one in BASELINES if one.name == "Duckling")
        show(measure(sets, [message("book")], [duckling], seconds=60), sets)
        told = " ".join(capsys.readouterr().out.split())
        assert all(word in told for word in ("own_intents: 3 messages", "own_moments: 2 moments", "near misses"))
        assert "Skipped Duckling: it is written in Haskell" in told
        said = [one.text for those in (*sets.messages.values(), *sets.emergencies.values()) for one in those]
        said += [one.text for one in sets.moments["own_moments"]]
        assert len(said) == 7
        assert not [text for text in said if text in told]

    def test_machines_get_one_document(self, files: list[Path]) -> None:
        data = [word for path in files for word in ("--data", str(path))]
        command = [sys.executable, "-m", "benchmarks.understanding", "--no-baselines", "--json", *data]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=60)
        document = json.loads(done.stdout)
        assert document["engines"][0]["name"] == "AtendeAI"
        assert document["engines"][0]["messages"]["own_intents"]["messages"] == 3
        assert document["engines"][0]["moments"]["own_moments"]["exact"] == {"right": 1, "of": 2}
        assert document["engines"][0]["alarms"]["own_emergencies"]["heard"] == 1
