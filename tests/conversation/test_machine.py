"""Any conversation at all: three patients, one clinic in a real file, and what must hold after every turn."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from world import CLINIC, NOW, Clinic, Patient, context_of

from atendeai import inbox
from atendeai.appointment.model import Slot, Wish
from atendeai.appointment.slots import bookable
from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import versions
from atendeai.clinics.context import ClinicContext, Closure, Interval, WeeklyHours
from atendeai.conversation.routes import ProcessResponse
from atendeai.conversation.state import STATE_NAMES, Thread, decode_state, draft_of, encode, name_of
from atendeai.conversation.understanding.model import Expects
from atendeai.ops.clock import FixedClock, iso, millis, seconds
from atendeai.whatsapp.payload import Item

EXAMPLE = Path(__file__).parents[2] / "examples" / "clinic-context.json"
PEOPLE = {
    "5548999990001": ("Quitéria Valadares", "Quitéria"),
    "5548999990002": ("Ubirajara Tenório", "Ubirajara"),
    "5548999990003": ("Zoraide Camargo", "zoraide camargo"),
}
RECEIPT = re.compile(
    r"está marcado! |horário marcado! |Agendamento realizado|o horário está marcado|remarcado! |Reagendamento realizado"
)
OVERLAPS = """select count(*) as n from occupancy a join occupancy b on a.id < b.id and a.resource = b.resource
  and a.lane = b.lane and a.starts < b.ends and b.starts < a.ends"""


def said(block: str) -> list[str]:
    return [text.strip() for text in block.split("|")]


WISHES = said(
    """
    oi | bom dia | quero marcar um eletro | quero marcar consulta | marcar dermato terça às 10h
    | tem horário com o dr. Roberto sexta de manhã? | preciso de pediatra pro meu filho | quero um retorno
    | eletro com a dra Lia | teste ergométrico quinta à tarde | quero remarcar | remarcar pra semana que vem | cancelar
    | quero cancelar minha consulta | desmarcar o eletro | quando é minha consulta? | confirmo minha presença
    | quero marcar pra minha mãe | consulta cardiológica amanhã 9h | quero trocar o horário
    """
)
MOMENTS = said(
    """
    sexta | segunda de manhã | amanhã | amanhã às 9 | hoje à tarde | dia 25/12 | domingo | ontem | agora
    | daqui a 6 meses | mais tarde | mais cedo | outro dia | nenhum desses | tanto faz | o mais cedo possível
    | depois das 17h | qualquer dia menos segunda | 8h | 15h | a primeira | a segunda | o último | 1 | 2 | 3 | 7 | 42
    | semana que vem | esse aí
    """
)
ANSWERS = said(
    """
    sim | não | s | n | ok | blz | 👍 | pode ser | acho que sim | sim, mas às 15h | não, quero outro horário
    | isso | confirmo | particular | unimed | bradesco | hapvida | amil | não tenho convênio | quero mudar o convênio
    | é pra outra pessoa | qualquer um | melhor não | desisto | deixa pra lá | voltar | menu | parar por aqui
    | outro exame | com a dra Helena | com o dr. Fulano | é pra mim e pro meu filho | é pra mim mesma | pra dona Nair
    | o nome está errado | o nome tá errado, é Nair | às 15h não, 16h | outra coisa | continuar | outro convênio
    """
)
QUESTIONS = said(
    """
    quanto custa? | onde fica? | vocês atendem unimed? | qual o preparo? | até que horas atendem?
    | quem é o cardiologista? | quais exames fazem? | o resultado já saiu? | aceita pix? | tem estacionamento?
    | posso levar acompanhante? | e se eu precisar cancelar? | você é um robô? | que remédio tomo pra dor de cabeça?
    | quem ganhou o jogo? | abre sábado?
    """
)
REST = said(
    """
    quero falar com um atendente | isso é um absurdo | parar de receber mensagens | apaguem meus dados
    | estou com dor no peito e falta de ar | quero morrer | asdfgh qwerty | ??? | 😀😀😀 | obrigada | tchau | hello
    | . | … | null | {{slot}} | %s %d {name} | <b>oi</b> | ' or 1=1 --
    """
)
SAYINGS = [*WISHES, *MOMENTS, *ANSWERS, *QUESTIONS, *REST]

numbers = st.sampled_from(sorted(PEOPLE))
sayings = st.one_of(
    st.sampled_from(SAYINGS),
    st.sampled_from(SAYINGS),
    st.sampled_from(SAYINGS),
    st.lists(st.sampled_from(SAYINGS), min_size=2, max_size=4).map(" ".join),
    st.text(max_size=60),
    st.sampled_from(["a" * 4000, "quero marcar " * 300, "", "   ", "\n\n", "\u200b", "‏مرحبا", "12" * 500]),
)
kinds = st.sampled_from(["audio", "image", "video", "document", "sticker", "location", "contacts", "unsupported"])


class Conversations(RuleBasedStateMachine):
    """What patients, time, staff and the clinic's owner may do in any order."""

    @initialize()
    def opens(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.files = ClinicFiles(self.folder / "data", most_open=4)
        self.clock = FixedClock(NOW)
        self.document = context_of(EXAMPLE)
        self.files.create(CLINIC, self.document.clinic.name, NOW)
        self.clinic = Clinic(self.files, CLINIC, self.clock)
        self.clinic.loads(self.document)
        self.people = {number: Patient(self.clinic, number) for number in PEOPLE}
        self.offered: dict[str, list[object]] = {number: [] for number in PEOPLE}
        self.said_before: dict[str, str] = {}
        self.human: set[str] = set()
        self.visits: dict[str, tuple[object, ...]] = {}

    def teardown(self) -> None:
        if hasattr(self, "files"):
            self.files.close()
            shutil.rmtree(self.folder)

    # what patients do

    @rule(number=numbers, text=sayings)
    def says(self, number: str, text: str) -> None:
        self.holds(number, self.people[number].says(text))

    @rule(
        number=numbers, wish=st.sampled_from(WISHES), texts=st.lists(st.sampled_from(SAYINGS), min_size=3, max_size=6)
    )
    def talks_for_a_while(self, number: str, wish: str, texts: list[str]) -> None:
        for text in (wish, *texts):
            self.holds(number, self.people[number].says(text))

    @rule(number=numbers, which=st.integers(0, 1))
    def gives_the_name(self, number: str, which: int) -> None:
        self.holds(number, self.people[number].says(PEOPLE[number][which]))

    @rule(number=numbers, kind=kinds)
    def sends_something_wordless(self, number: str, kind: str) -> None:
        self.holds(number, self.people[number].says("", kind=kind))

    @rule(number=numbers, data=st.data())
    def taps(self, number: str, data: st.DataObject) -> None:
        if options := self.people[number].options:
            self.holds(number, self.people[number].taps(data.draw(st.sampled_from(options))))

    @rule(number=numbers)
    def goes_along(self, number: str) -> None:
        """The shortest way through: the first thing offered, else a name or a yes."""
        person = self.people[number]
        if person.options:
            self.holds(number, person.taps(person.options[0]))
        else:
            asked = person.last.expects if person.last else None
            words = {"patient_name": PEOPLE[number][0], None: "quero marcar um eletro"}
            self.holds(number, person.says(words.get(asked, "sim")))

    @rule(
        number=numbers,
        wish=st.sampled_from(["marcar eletro sexta", "marcar dermato", "consulta cardiológica amanhã 9h", "retorno"]),
        then=st.sampled_from(
            ["", "quero remarcar", "quero cancelar", "remarcar pra segunda", "confirmo minha presença"]
        ),
    )
    def goes_all_the_way(self, number: str, wish: str, then: str) -> None:
        """A visit is booked, and perhaps moved or cancelled, so that the rest finds an agenda in use."""
        for text in filter(None, (wish, then)):
            self.holds(number, self.people[number].says(text))
            for _ in range(6):
                last = self.people[number].last
                if number in self.human or last is None or last.state in ("start", "finalized"):
                    break
                self.goes_along(number)

    @rule(number=numbers, data=st.data())
    def taps_an_old_button(self, number: str, data: st.DataObject) -> None:
        if old := self.offered[number]:
            self.holds(number, self.people[number].taps(data.draw(st.sampled_from(old))))  # type: ignore[arg-type]

    @rule(
        number=numbers, option=st.sampled_from(["slot:x:y", "slot:99999999999999:z", "move:none", "plan:Nada", "zzz"])
    )
    def taps_nonsense(self, number: str, option: str) -> None:
        self.holds(number, self.people[number].says("?", tapped=option, kind="interactive"))

    @rule(number=numbers, texts=st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=3), last=sayings)
    def sends_a_burst(self, number: str, texts: list[str], last: str) -> None:
        now = self.clock.now()
        for place, text in enumerate(texts):
            item = Item(
                key=f"burst:{number}:{now}:{place}", kind="message", sender=number, wa_id=number, message_kind="text",
                text=text, sent_at=seconds(now), raw="{}",
            )  # fmt: skip
            self.clinic.write(lambda tx, item=item: inbox.hear(tx, item, now=millis(now), at=iso(now), burst=0))
        self.holds(number, self.people[number].says(last))

    @rule(number=numbers, text=st.sampled_from(SAYINGS))
    def sends_the_same_message_twice(self, number: str, text: str) -> None:
        name = f"same-{self.clock.now()}"
        first = self.people[number].says(text, message_id=name)
        self.holds(number, first)
        again = self.people[number].says(text, message_id=name)
        assert again.replies == first.replies
        assert self._visits() == self.visits, "a repeated message changed the agenda"

    # what else happens

    @rule(duration=st.sampled_from([{"seconds": 40}, {"minutes": 10}, {"minutes": 45}, {"hours": 3}, {"hours": 25}]))
    def time_passes(self, duration: dict[str, float]) -> None:
        self.clinic.wait(**duration)

    @precondition(lambda self: not self.human)
    @rule(number=numbers)
    def staff_takes_over(self, number: str) -> None:
        if last := self.people[number].last:
            self.clinic.takes_over(last.conversation_id)
            self.human.add(number)

    @precondition(lambda self: self.human)
    @rule()
    def staff_hands_back(self) -> None:
        number = self.human.pop()
        last = self.people[number].last
        assert last is not None
        self.clinic.hands_back(last.conversation_id)

    @rule(data=st.data())
    def a_service_ends(self, data: st.DataObject) -> None:
        now = self.clinic.read(versions.active)
        gone = data.draw(st.sampled_from(now.services))
        self._loads(services=[s for s in now.services if s is not gone] or now.services)

    @rule(data=st.data())
    def a_professional_leaves(self, data: st.DataObject) -> None:
        now = self.clinic.read(versions.active)
        gone = data.draw(st.sampled_from(now.professionals))
        self._loads(professionals=[p for p in now.professionals if p is not gone] or now.professionals)

    @rule(
        opens=st.sampled_from(["07:00", "09:30", "13:00"]),
        plans=st.booleans(),
        days=st.integers(0, 20),
        emoji=st.booleans(),
    )
    def the_document_changes(self, opens: str, plans: bool, days: int, emoji: bool) -> None:
        week = WeeklyHours(**{d: [Interval(start=opens, end="17:00")] for d in ("tuesday", "thursday", "friday")})
        start = (self.clock.now()).date()
        self._loads(
            working_hours=week,
            insurance_plans=self.document.insurance_plans if plans else [],
            closures=[Closure(start=start, end=start.replace(day=28), reason="Obras")] if days > 10 else [],
            ai_personality=msgspec.structs.replace(
                self.document.ai_personality, emoji=emoji, formality="informal" if emoji else "formal"
            ),
        )

    @rule()
    def the_document_is_rolled_back(self) -> None:
        self.clinic.loads(self.document)

    def _loads(self, **changes: object) -> None:
        self.clinic.loads(msgspec.structs.replace(self.clinic.read(versions.active), **changes))

    # what must hold

    def holds(self, number: str, answer: ProcessResponse) -> None:
        before, self.visits = self.visits, self._visits()
        changed = {visit: row for visit, row in self.visits.items() if before.get(visit) != row}
        text = "\n".join(reply.text for reply in answer.replies)
        if number in self.human:
            assert answer.replies == [] and answer.state is None
            assert not changed
            return
        assert answer.replies and all(reply.text.strip() for reply in answer.replies)
        assert answer.state in STATE_NAMES
        assert answer.expects is None or answer.expects in get_args(Expects)
        self._well_formed(number, answer)
        self._asks_only_what_is_missing(answer)
        assert text != self.said_before.get(number), "the same words twice in a row"
        self.said_before[number] = text
        assert not any(name.split()[0] in text for who, (name, _) in PEOPLE.items() if who != number)
        moved = [(before[visit], row) for visit, row in changed.items() if visit in before]
        assert all(was[3:] == is_[3:] for was, is_ in moved), "a move or a cancellation changed what was booked"
        placed = any(row[0] == "scheduled" for row in changed.values())
        assert bool(RECEIPT.search(text)) == placed, text
        assert self.clinic.rows(OVERLAPS)[0]["n"] == 0
        self._obeys_the_rules(changed)

    def _asks_only_what_is_missing(self, answer: ProcessResponse) -> None:
        """Nothing that the stored draft holds is asked for, and what is stored can be taken up again."""
        (row,) = self.clinic.rows("select state, thread from conversations where id = ?", answer.conversation_id)
        state, thread = decode_state(row["state"]), msgspec.json.decode(row["thread"], type=Thread)
        assert decode_state(encode(state)) == state and name_of(state) == answer.state
        assert thread.expects == answer.expects
        draft = draft_of(state)
        if draft is None:
            return
        held = {
            "service": draft.service_id,
            "professional": draft.professional_id,
            "insurance": draft.insurance or draft.private_pay,
            "patient_name": draft.patient_name and (" " in draft.patient_name or not thread.asked_surname),
        }
        assert not held.get(str(answer.expects)), (answer.expects, draft)

    def _well_formed(self, number: str, answer: ProcessResponse) -> None:
        for reply in answer.replies:
            ids = [option.id for option in reply.options]
            assert len(set(ids)) == len(ids) <= 10
            assert all(0 < len(option.title.strip()) <= 24 for option in reply.options)
            assert reply.type != "buttons" or (
                len(ids) <= 3 and all(len(option.title) <= 20 for option in reply.options)
            )
            assert reply.type != "text" or not ids or len(reply.text) > 900, "options that no menu could show"
            self.offered[number] = [*self.offered[number], *reply.options][-40:]

    def _obeys_the_rules(self, changed: dict[str, tuple[object, ...]]) -> None:
        """As of the moment of booking, or of the hold that led to it."""
        now, context = self.clock.now(), self.clinic.read(versions.active)
        moments = [now.fromtimestamp(now.timestamp() - ago, now.tzinfo) for ago in (20, 500)]
        for status, starts, professional, service, insurance in changed.values():
            wish = Wish(service_id=str(service), insurance=insurance)  # type: ignore[arg-type]
            if status == "scheduled":
                assert any(self._bookable(context, wish, int(str(starts)), str(professional), at) for at in moments)

    @staticmethod
    def _bookable(context: ClinicContext, wish: Wish, starts: int, professional: str, at: object) -> bool:
        found = bookable(context, wish, starts, professional, busy=[], counts={}, now=at)  # type: ignore[arg-type]
        return isinstance(found, Slot)

    def _visits(self) -> dict[str, tuple[object, ...]]:
        rows = self.clinic.rows("select * from appointments where status <> 'held'")
        names = ("status", "starts", "professional_id", "service_id", "insurance")
        return {row["id"]: tuple(row[name] for name in names) for row in rows}


QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


class LongConversations(Conversations):
    """The same, for longer."""


TestConversations = Conversations.TestCase
TestConversations.settings = settings(
    max_examples=30, stateful_step_count=30, deadline=None, suppress_health_check=QUIET
)
TestLongConversations = pytest.mark.slow(LongConversations.TestCase)
TestLongConversations.settings = settings(
    max_examples=50, stateful_step_count=80, deadline=None, suppress_health_check=QUIET
)
