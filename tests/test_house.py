"""The house itself: what every file in it must keep to, whoever wrote it."""

from __future__ import annotations

import ast
import configparser
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from atendeai.settings import table

ROOT = Path(__file__).parent.parent
LOCKS = ["requirements.lock", "requirements-dev.lock"]
ROOMS = ("atendeai/", "cli/", "migrations/", "tools/", "benchmarks/")
OTHERS = "atendeai/ops/swagger/swagger-ui"  # Swagger UI's own files, as they were released
MOST_LINES = 500
DATA_TABLES = {
    "atendeai/conversation/understanding/lexicon_intents.py",
    "atendeai/conversation/understanding/lexicon_red_flags.py",
    *(f"atendeai/conversation/phrases/{language}.py" for language in ("portuguese", "english", "spanish")),
}

# Written in pieces, so that this file may look at itself.
REGISTRIES = re.compile(
    "|".join(["py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.(?:org|com)", "deb" + r"ian\.org"])
)
MACHINE_PATHS = re.compile(
    r"(?<![\w.~-])/(?:"
    + "|".join(["wo" + "rk", "ro" + "ot", "tmp/br" + "ief", "opt/py" + "pi", "opt/wh" + "eels"])
    + r")\b"
)


def _house() -> dict[str, str]:
    """Every text file that is tracked or about to be, by its path."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    found = {}
    for name in filter(None, listed.split("\0")):
        if name.startswith(OTHERS):
            continue
        try:
            found[name] = (ROOT / name).read_text("utf-8")
        except (UnicodeDecodeError, FileNotFoundError):  # a picture; a file whose removal is not committed yet
            continue
    return found


HOUSE = _house()
MODULES = {name: text for name, text in HOUSE.items() if name.endswith(".py")}
PYPROJECT = tomllib.loads(HOUSE["pyproject.toml"])


def _lines(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in HOUSE.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def _listed(file: str, section: str, option: str) -> list[str]:
    """The lines of a many-line option of an INI file."""
    parser = configparser.ConfigParser()
    parser.read_string(HOUSE[file])
    return parser.get(section, option).split()


def test_no_file_names_a_package_registry() -> None:
    assert _lines(REGISTRIES) == []


def test_no_file_knows_a_particular_machine() -> None:
    assert _lines(MACHINE_PATHS) == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [name for name, text in MODULES.items() if text.strip() and not ast.get_docstring(ast.parse(text))]
    assert silent == []


def test_modules_are_short_except_tables_of_data() -> None:
    lengths = {name: len(text.splitlines()) for name, text in MODULES.items() if name.startswith(ROOMS)}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES and name not in DATA_TABLES} == {}
    assert lengths.keys() >= DATA_TABLES


def test_tests_have_names_of_their_own() -> None:
    """Without packages among the tests, two files of one name would be one module."""
    names = [Path(name).name for name in MODULES if name.startswith("tests/") and not name.endswith("conftest.py")]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_pin_and_hash_everything_and_say_not_from_where(lock: str) -> None:
    text = re.sub(r"^\s*#.*\n?", "", HOUSE[lock].replace("\\\n", " "), flags=re.MULTILINE)
    requirements = text.splitlines()
    assert len(requirements) > 30
    shape = re.compile(r"[a-z0-9-]+==[\w.+]+ +(?:; [^#]*?)?(?:--hash=sha256:[0-9a-f]{64} *)+")
    assert [line for line in requirements if not shape.fullmatch(re.sub(r" {2,}", " ", line))] == []


def test_what_is_tested_is_what_runs() -> None:
    run, dev = (set(re.findall(r"^\S+==\S+", HOUSE[lock], flags=re.MULTILINE)) for lock in LOCKS)
    assert run <= dev


@pytest.mark.parametrize(("lock", "groups"), [(LOCKS[0], ["build"]), (LOCKS[1], ["build", "dev"])])
def test_locks_have_everything_that_the_project_asks_for(lock: str, groups: list[str]) -> None:
    asked = PYPROJECT["project"]["dependencies"] + [one for g in groups for one in PYPROJECT["dependency-groups"][g]]
    names = {match[0].lower() for one in asked if (match := re.match(r"[\w-]+", one))}
    assert names <= set(re.findall(r"^([\w-]+)==", HOUSE[lock], flags=re.MULTILINE))


def test_the_changelog_begins_with_this_version() -> None:
    versions = re.findall(r"^## \[(\d[^\]]*)\]", HOUSE["CHANGELOG.md"], flags=re.MULTILINE)
    assert versions[0] == PYPROJECT["project"]["version"]


def test_the_readme_has_the_settings_as_they_are() -> None:
    """`make docs` writes them."""
    part = HOUSE["README.md"].partition("<!-- settings -->")[2].partition("<!-- /settings -->")[0]
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in part.strip().splitlines()[2:]]
    told = [tuple(cell.strip().strip("`").replace("\\|", "|") for cell in row) for row in rows]
    assert told == table()


def test_the_pure_modules_are_there_and_the_layers_know_them_as_pure() -> None:
    """tools/pure.coveragerc demands every branch of them, .importlinter that they look at nothing."""
    patterns = _listed("tools/pure.coveragerc", "report", "include")
    contract = "importlinter:contract:pure"
    pure = tuple(_listed(".importlinter", contract, "source_modules"))
    for pattern in patterns:
        paths = [path.relative_to(ROOT) for path in ROOT.glob(pattern) if path.suffix == ".py"]
        assert paths, f"{pattern} names nothing"
        for path in paths:
            module = ".".join(path.with_suffix("").parts)
            assert any(f"{module}.".startswith(f"{one}.") for one in pure), f"{module} is not in {contract}"


@pytest.mark.parametrize("script", [".ci/run", "tools/find_python.sh"])
def test_scripts_can_be_run(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    assert HOUSE[script].startswith("#!")
