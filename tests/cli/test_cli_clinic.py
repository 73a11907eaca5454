"""Clinics are created, listed and looked at."""

import pytest


def test_a_clinic_is_created_and_listed(run, as_json):
    told = run("clinic", "create", "Clínica São João").stdout
    assert "with the id clinica-sao-joao" in told
    assert "Next: atendeai context load clinica-sao-joao FILE" in told
    assert [row["name"] for row in as_json("clinic", "list")] == ["Clínica São João"]
    assert "Clínica São João" in run("clinic", "list").stdout


def test_a_clinic_may_begin_with_its_context(serena, as_json, run):
    shown = as_json("clinic", "show", serena)
    assert (shown["services"], shown["professionals"]) == (10, 4)
    assert shown["context"]["source"] == "clinic-context.json"
    assert shown["counts"] == {"patients": 0, "conversations": 0, "waiting_for_a_person": 0, "visits_to_come": 0}
    text = run("clinic", "show", serena).stdout
    assert "10 services, 4 professionals" in text
    assert "opens next" in text


def test_a_clinic_without_context_says_what_is_missing(run, as_json):
    assert as_json("clinic", "create", "Vazia")["id"] == "vazia"
    shown = run("clinic", "show", "vazia").stdout
    assert "none: `atendeai context load`" in shown
    assert "no number: `atendeai whatsapp connect`" in shown


def test_a_document_with_errors_creates_nothing(run, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text('{"clinic": {"city": "Joinville"}, "services": []}')
    result = run("clinic", "create", "X", "--context", str(bad), code=1)
    assert "$.clinic" in result.stderr
    assert "Mend what is marked as error" in result.stderr
    run("clinic", "list", code=1)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["create", "Outra", "--id", "serena"], "There is a clinic 'serena' already."),
        (["create", "  "], "A clinic needs a name."),
        (["create", "X", "--id", "ÃO"], "cannot be a clinic's id"),
        (["show", "nobody"], "There is no clinic 'nobody': `atendeai clinic list` shows which there are."),
    ],
)
def test_what_cannot_be_is_told(run, serena, args, told):
    assert told in run("clinic", *args, code=1).stderr


def test_a_broken_file_is_told(run, serena, data):
    (data / "clinics" / "serena.db").unlink()
    assert "The file of clinic 'serena' cannot be used: it is missing." in run("clinic", "show", serena, code=1).stderr
