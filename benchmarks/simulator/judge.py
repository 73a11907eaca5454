"""The verdict, from the clinic's file alone: what was wanted is there, and nothing else is different."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct, structs

from atendeai.database import Transaction
from benchmarks.simulator.errands import Facts, Want
from benchmarks.simulator.reading import fold

_VISITS = """
  select a.id, a.contact_id, p.name as patient, a.service_id, a.professional_id, a.local_start, a.status, a.insurance,
    (select count(*) from occupancy o where o.appointment_id = a.id) as places
  from appointments a join patients p on p.id = a.patient_id where a.status <> 'held' order by a.starts, a.id
"""


class Row(Struct, frozen=True, kw_only=True):
    """A row of `appointments` that is no hold, with its patient's name and how many places it takes."""

    id: str
    contact_id: str
    patient: str
    service_id: str
    professional_id: str
    local_start: str
    status: str
    insurance: str | None
    places: int

    @property
    def local(self) -> dt.datetime:
        return dt.datetime.fromisoformat(self.local_start)

    def describe(self) -> str:
        """For the reader of a failure."""
        paid = self.insurance or "private"
        visit = f"{self.service_id} with {self.professional_id} at {self.local_start}"
        return f"{self.status} {visit} for {self.patient}, {paid}"


class Snapshot(Struct, frozen=True, kw_only=True):
    """What a conversation may change, and what it may not."""

    visits: dict[str, Row]
    holds: int
    patients: frozenset[str]
    opted_out: frozenset[str]
    contexts: int
    called: bool


def snapshot(tx: Transaction) -> Snapshot:
    return Snapshot(
        visits={row.id: row for row in tx.rows(Row, _VISITS)},
        holds=int(tx.value("select count(*) from appointments where status = 'held'")),
        patients=frozenset(tx.values("select name from patients where name <> ''")),
        opted_out=frozenset(tx.values("select id from contacts where opted_out")),
        contexts=int(tx.value("select count(*) from context_versions")),
        called=bool(tx.value("select count(*) from conversations where escalated_at is not null")),
    )


def judge(before: Snapshot, after: Snapshot, wants: list[Want]) -> list[str]:
    """What is wrong with the file, one sentence each; nothing when the errands were done and nothing else."""
    wrong: list[str] = []
    changed = {id_ for id_, row in after.visits.items() if before.visits.get(id_) != row}
    wrong += [f"gone: {row.describe()}" for id_, row in before.visits.items() if id_ not in after.visits]
    for want in wants:
        if want.act in ("ask", "leave"):
            continue
        fit = [id_ for id_ in sorted(changed) if _fulfils(before.visits.get(id_), after.visits[id_], want)]
        if fit:
            changed.discard(fit[0])
        else:
            wrong.append(f"expected: {describe(want)}")
    wrong += [_found(before.visits.get(id_), after.visits[id_]) for id_ in sorted(changed)]
    return wrong + _besides(before, after, wants)


def _besides(before: Snapshot, after: Snapshot, wants: list[Want]) -> list[str]:
    wrong = []
    if after.holds:
        wrong.append(f"found: {after.holds} place(s) still held")
    if after.opted_out != before.opted_out:
        wrong.append("found: the contact no longer wants messages")
    if after.contexts != before.contexts:
        wrong.append("found: another context document")
    expected = {fold(want.facts.patient.name) for want in wants if want.facts and want.act == "book"}
    wrong += [f"found: patient {name!r}" for name in after.patients - before.patients if fold(name) not in expected]
    wrong += [
        f"found: still in its place: {r.describe()}"
        for r in after.visits.values()
        if r.places != 0 and r.status == "cancelled"
    ]
    return wrong


def _fulfils(before: Row | None, after: Row, want: Want) -> bool:
    match want.act:
        case "book":
            return before is None and want.facts is not None and _is_booked(after, want.facts, want.agreed)
        case "move":
            if before is None or want.facts is None or want.visit is None or before.id != want.visit.id:
                return False
            moved = structs.replace(
                before,
                local_start=after.local_start,
                professional_id=after.professional_id,
                status="scheduled",
                places=after.places,
            )
            return moved == after and _is_at(after, want.facts, want.agreed)
        case "cancel":
            return before is not None and _is_same_but(before, after, want, "cancelled")
        case "confirm":
            return before is not None and _is_same_but(before, after, want, "confirmed")
        case _:
            return False


def _is_same_but(before: Row, after: Row, want: Want, status: str) -> bool:
    right = want.visit is not None and before.id == want.visit.id and after.status == status
    return right and structs.replace(before, status=status, places=after.places) == after


def _is_booked(row: Row, facts: Facts, agreed: dt.datetime | None) -> bool:
    return (
        row.status == "scheduled"
        and row.service_id == facts.service_id
        and fold(row.patient) == fold(facts.patient.name)
        and row.insurance == facts.plan
        and row.places > 0
        and _is_at(row, facts, agreed)
    )


def _is_at(row: Row, facts: Facts, agreed: dt.datetime | None) -> bool:
    who = facts.professional_id in (None, row.professional_id)
    return who and facts.moment.accepts(row.local) and agreed in (None, row.local)


def describe(want: Want) -> str:
    """For the reader of a failure."""
    facts, visit = want.facts, want.visit
    target = f"{visit.service_id} at {visit.local:%Y-%m-%dT%H:%M} for {visit.patient.name}" if visit else ""
    if facts is None:
        return f"{want.act} {target}"
    whom, paid = facts.professional_id or "anybody", facts.plan or "private"
    agreed = f", agreed on {want.agreed:%Y-%m-%dT%H:%M}" if want.agreed else ""
    wish = f"{facts.service_id} with {whom} at [{facts.moment.describe()}] for {facts.patient.name}, {paid}{agreed}"
    return f"{want.act} {target} → {wish}" if target else f"{want.act} {wish}"


def _found(before: Row | None, after: Row) -> str:
    was = f" (was {before.describe()})" if before else ""
    return f"found: {after.describe()}{was}"
