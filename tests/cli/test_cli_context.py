"""Documents are checked in full, loaded as versions, compared and taken back."""

import json

import pytest


@pytest.fixture
def write(tmp_path):
    def written(document, name="new.json"):
        (tmp_path / name).write_text(document if isinstance(document, str) else json.dumps(document), "utf-8")
        return str(tmp_path / name)

    return written


def dearer(document, cents=9500):
    """The same document, with another price and another name for the receptionist."""
    document["ai_personality"]["name"] = "Lara"
    next(s for s in document["services"] if s["id"] == "eletrocardiograma")["price_cents"] = cents
    return document


def test_a_good_document_is_valid(run, as_json, document, write):
    assert "Clínica Vila Serena: 10 services, 4 professionals, 4 insurance plans." in (
        run("context", "validate", write(document)).stdout
    )
    assert as_json("context", "validate", write(document)) == {"valid": True, "dialect": "english", "problems": []}


def test_every_problem_is_listed_with_its_place(run, write):
    bad = write({"clinic": {"name": "X"}, "servcies": [], "services": [{"name": "A", "duration_minutes": -4}]})
    result = run("context", "validate", bad, code=1)
    assert "error    $.services[0].duration_minutes" in result.stdout
    assert "warning  $.servcies" in result.stdout
    assert "Did you mean 'services'?" in result.stdout
    assert f"{bad} is not valid: 1 error, " in result.stderr
    found = json.loads(run("context", "validate", bad, "--json", code=1).stdout)
    assert not found["valid"]
    assert {problem["path"] for problem in found["problems"]} > {"$.services[0].duration_minutes", "$.servcies"}


def test_a_document_may_come_from_a_pipe(run, document):
    assert "The standard input is valid." in run("context", "validate", "-", stdin=json.dumps(document)).stdout
    assert "The standard input is not valid: 1 error" in run("context", "validate", "-", stdin="{", code=1).stderr


def test_a_file_that_is_not_there_is_a_wrong_call(run, tmp_path):
    assert "cannot be read" in run("context", "validate", str(tmp_path / "none.json"), code=2).stderr


def test_loading_shows_what_changes_and_makes_a_version(run, as_json, serena, document, write):
    told = run("context", "load", serena, write(dearer(document))).stdout
    assert "~ ai_personality.name: Clara → Lara" in told
    assert "~ services[eletrocardiograma].price_cents: 9000 → 9500" in told
    assert "Version 2 is in force." in told
    assert [one["version"] for one in as_json("context", "history", serena)] == [2, 1]
    again = run("context", "load", serena, write(document)).stdout
    assert again == "Nothing changes.\nVersion 2 is in force.\n"


def test_what_is_put_in_force_stands_in_the_trail(run, as_json, serena, document, write):
    before = as_json("audit", "tail", serena)
    run("context", "load", serena, write(dearer(document)))
    run("context", "load", serena, write(document))  # the very same changes nothing
    run("context", "load", serena, write(dearer(document, 9900)), "--dry-run")
    run("context", "rollback", serena, "1")
    loaded, back = as_json("audit", "tail", serena)[len(before) :]
    assert {(one["who"], one["action"], one["subject"]) for one in (loaded, back)} == {
        ("cli", "context.updated", "context_versions")
    }
    assert (loaded["subject_id"], back["subject_id"]) == ("2", "3")
    assert loaded["old"]["ai_personality.name"] == back["new"]["ai_personality.name"] == "Clara"
    assert loaded["new"]["services[eletrocardiograma].price_cents"] == 9500
    assert back["detail"] == {"restored_from": 1}


def test_a_dry_run_changes_nothing(run, as_json, serena, document, write):
    assert "Lara" in run("context", "load", serena, write(dearer(document)), "--dry-run").stdout
    assert as_json("context", "load", serena, write(document), "--dry-run")["version"] is None
    assert len(as_json("context", "history", serena)) == 1


def test_loading_for_programs(as_json, serena, document, write):
    loaded = as_json("context", "load", serena, write(dearer(document)))
    assert loaded["version"] == 2
    assert [change["path"] for change in loaded["changes"]] == [
        "ai_personality.name",
        "services[eletrocardiograma].price_cents",
    ]


def test_a_document_with_errors_is_not_loaded(run, as_json, serena, write):
    result = run("context", "load", serena, write("{}"), code=1)
    assert "cannot be used" in result.stderr
    assert len(as_json("context", "history", serena)) == 1


def test_the_first_document_is_summed_up(run, document, write):
    run("clinic", "create", "Nova", "--id", "nova")
    assert "The first document of this clinic. Clínica Vila Serena: 10 services" in (
        run("context", "load", "nova", write(document)).stdout
    )


def test_a_clinic_without_document_has_none_to_show(run):
    run("clinic", "create", "Nova", "--id", "nova")
    assert "has no context document yet" in run("context", "show", "nova", code=1).stderr
    assert run("context", "history", "nova").stdout == "No context document yet.\n"


def test_versions_are_shown_compared_and_taken_back(run, as_json, serena, document, write):
    run("context", "load", serena, write(dearer(document)), "--yes")
    assert json.loads(run("context", "show", serena).stdout)["ai_personality"]["name"] == "Lara"
    assert json.loads(run("context", "show", serena, "--version", "1").stdout)["ai_personality"]["name"] == "Clara"
    assert "Clara → Lara" in run("context", "diff", serena, "--from", "1").stdout
    assert "Lara → Clara" in run("context", "diff", serena, "--from", "2", "--to", "1").stdout
    assert as_json("context", "diff", serena, write(dearer(document, 9900)))[0]["after"] == 9900
    assert "Version 3 is in force; it is version 1 again." in run("context", "rollback", serena, "1").stdout
    assert json.loads(run("context", "show", serena).stdout)["ai_personality"]["name"] == "Clara"
    assert "version 1" in run("context", "history", serena).stdout


@pytest.mark.parametrize("args", [[], ["FILE", "--from", "1", "--to", "2"], ["FILE", "--to", "2"]])
def test_comparing_needs_two_sides(run, serena, args, document, write):
    named = [write(document) if arg == "FILE" else arg for arg in args]
    assert "Compare with a FILE, or name two versions" in run("context", "diff", serena, *named, code=2).stderr


def test_an_unknown_version_is_told(run, serena):
    for args in (["show", serena, "--version", "9"], ["rollback", serena, "9"]):
        assert "There is no version 9 of the context" in run("context", *args, code=1).stderr


def test_added_and_removed_entries_are_one_line_each(run, serena, document, write):
    document["services"] = [s for s in document["services"] if s["id"] != "retorno"]
    document["services"].append({"id": "holter", "name": "Holter", "professionals": ["roberto-amaral"]})
    document["emergency_text"] = "Ligue 192. " * 20
    told = run("context", "load", serena, write(document), "--dry-run").stdout
    assert "+ services[holter]: Holter\n" in told
    assert "- services[retorno]: Retorno\n" in told
    assert "…\n" in told


def test_the_schema_is_json(run):
    assert json.loads(run("context", "schema").stdout)["title"] == "AtendeAI clinic context"
