"""The stand-in refuses what Meta refuses, tells what became of a message, and lets a patient speak."""

import io
import socket

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atendeai.whatsapp.client import GraphClient
from atendeai.whatsapp.outgoing import Choice, Location, Template, Text, options, to_graph
from atendeai.whatsapp.payload import items
from atendeai.whatsapp.signature import HEADER, verify
from atendeai.whatsapp.standin import DropAfterAccept, FailLater, Phone, StandIn, webhook_body
from atendeai.whatsapp.standin.phone import DeliveryError
from atendeai.whatsapp.standin.rules import refusal

TOKEN, NUMBER, SECRET, MARIA = "EAAsecret", "106540352242922", b"app secret", "5547999633223"


class Clinic:
    """A webhook that checks signatures and keeps what it read; `answers` are its next HTTP statuses."""

    def __init__(self):
        self.items, self.answers = [], []

    def __call__(self, body, headers):
        if verify(body, headers[HEADER], [SECRET]) is None:
            return 401
        status = self.answers.pop(0) if self.answers else 200
        self.items += items(body) if status == 200 else []
        return status


@pytest.fixture
def clinic():
    return Clinic()


@pytest.fixture
def meta(clinic):
    with StandIn(token=TOKEN, webhook=clinic, app_secret=SECRET) as standin:
        yield standin


@pytest.fixture
def graph(meta):
    with GraphClient(meta.url) as client:
        yield client


@pytest.fixture
def maria(clinic, meta):
    return Phone(clinic, secret=SECRET, phone_number_id=NUMBER, wa_id="554799633223", name="Maria", standin=meta)


def send(graph, message, to=MARIA, k="k1"):
    return graph.send(NUMBER, TOKEN, to_graph(message, to=to, k=k))


def base(**more):
    return {
        "messaging_product": "whatsapp",
        "to": "+5547999633223",
        "type": "text",
        "text": {"body": "oi"},
    } | more


def button(identifier="a", title="Sim"):
    return {"type": "reply", "reply": {"id": identifier, "title": title}}


def interactive(kind, action, body="Qual?", **more):
    told = {"type": kind, "body": {"text": body}, "action": action} | more
    return base(type="interactive", interactive=told)


def buttons(*members):
    return interactive("button", {"buttons": list(members)})


def menu(*rows, button="Ver", **section):
    return interactive("list", {"button": button, "sections": [{"rows": list(rows)} | section]})


def row(identifier="a", title="Sim", **more):
    return {"id": identifier, "title": title} | more


REFUSED = [
    (None, 100), ([], 100), ({}, 100),
    (base(messaging_product="sms"), 100),
    ({"messaging_product": "whatsapp", "type": "text", "text": {"body": "oi"}}, 100),
    (base(to="maria"), 131009), (base(to=5547), 100), (base(to="+12"), 131009), (base(to="+٣٤٥٦٧٨٩"), 131009),
    (base(to=None, recipient="5547"), 131009),
    (base(recipient_type="crowd"), 100),
    (base(type="dance"), 100), (base(type=[]), 100), (base(type="image"), 131008),
    (base(text={"body": "x" * 4097}), 131009), (base(text={"body": "🙂" * 2049}), 131009),
    (base(text={"body": " "}), 131009), (base(text={}), 131008), (base(text={"body": 5}), 100),
    (base(text={"body": "oi", "colour": "red"}), 100), (base(text={"body": "oi", "preview_url": "yes"}), 100),
    (base(biz_opaque_callback_data="x" * 513), 131009),
    (base(context={}), 131008), (base(context="wamid.1"), 100),
    (buttons(), 131009), (buttons(*[button(str(n), str(n)) for n in range(4)]), 131009),
    (buttons(button(title="x" * 21)), 131009), (buttons(button("a"), button("b")), 131009),
    (buttons(button("a", "1"), button("a", "2")), 131009), (buttons(button(" a")), 131009),
    (buttons(button("x" * 257)), 131009), (buttons({"type": "url"}), 131009),
    (interactive("button", {"buttons": [button()]}, body="x" * 1025), 131009),
    (interactive("button", {"buttons": [button()]}, body=""), 131009),
    (interactive("button", {"buttons": [button()]}, footer={"text": "x" * 61}), 131009),
    (interactive("wheel", {}), 131009),
    (menu(), 131009), (menu(*[row(str(n)) for n in range(11)]), 131009),
    (menu(row(title="x" * 25)), 131009), (menu(row(description="x" * 73)), 131009), (menu(row("x" * 201)),
     131009),
    (menu(row(), row()), 131009), (menu(row(), button="x" * 21), 131009), (menu(row(), title="x" * 25),
     131009),
    (menu(row(payload="x")), 100), (interactive("list", {"button": "Ver", "sections": []}), 131009),
    (interactive("list", {"button": "Ver", "sections": [{"rows": [row()]}, {"rows": [row("b")]}]}), 131008),
    (base(type="location", location={"latitude": 1}), 131008),
    (base(type="location", location={"latitude": 91, "longitude": 0}), 131009),
    (base(type="template", template={"name": "x"}), 100),
    (base(type="template", template={"language": {"code": "pt_BR"}}), 131008),
    (base(type="image", image={}), 131008), (base(type="reaction", reaction={"emoji": "x"}), 131008),
    ({"messaging_product": "whatsapp", "status": "delivered"}, 100),
    ({"messaging_product": "whatsapp", "status": "read"}, 131008),
    ({"messaging_product": "whatsapp", "status": "read", "message_id": "w", "typing_indicator": {}}, 100),
]  # fmt: skip


@pytest.mark.parametrize(("body", "code"), REFUSED)
def test_what_meta_refuses(body, code):
    assert refusal(body).code == code


def template(*parameters, kind="body"):
    components = [{"type": kind, "parameters": list(parameters)}]
    return base(type="template", template={"name": "x", "language": {"code": "pt_BR"}, "components": components})


@pytest.mark.parametrize(
    ("body", "code"),
    [(template({"type": "text", "text": ""}), 131009), (template({"type": "text"}), 131008),
     (template({"type": "text", "text": "a\nb"}), 132018), (template({"type": "dance"}), 100),
     (template(kind="tail"), 100), (template({"type": "text", "text": "a"}), None),
     (template({"type": "payload", "payload": "yes"}, kind="button"), None)],
)  # fmt: skip
def test_templates_are_checked(body, code):
    refused = refusal(body)
    assert (refused.code if refused else None) == code


@pytest.mark.parametrize(
    "body",
    [base(), base(to="BR.1A2b"), base(to=None, recipient="BR.1A2b"), base(type="image", image={"id": "7"}),
     base(context={"message_id": "wamid.1"}), base(type="reaction", reaction={"message_id": "w",
     "emoji": ""}),
     interactive("list", {"button": "Ver", "sections": [{"title": "A", "rows": [row()]},
        {"title": "B", "rows": [row("b")]}]}),
     interactive("button", {"buttons": [button()]}, header={"type": "text", "text": "Oi"})],
)  # fmt: skip
def test_what_meta_takes(body):
    assert refusal(body) is None


@settings(deadline=None)
@given(st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.dictionaries(
    st.sampled_from([*base(interactive=1, template=1, context=1, status=1, recipient=1), "type", "action",
    "body"]),
    inner | st.lists(inner, max_size=2), max_size=6)))  # fmt: skip
def test_the_rules_stand_any_body(body):
    refusal(body)


def test_a_refusal_has_metas_shape(meta):
    url, headers = f"{meta.url}/v25.0/{NUMBER}/messages", {"Authorization": f"Bearer {TOKEN}"}
    with httpx.Client(trust_env=False) as wire:
        refused = wire.post(url, json=base(text={"body": ""}), headers=headers)
        assert refused.status_code == 400
        assert refused.json()["error"]["code"] == 131009
        assert refused.json()["error"]["error_data"]["messaging_product"] == "whatsapp"
        assert wire.post(url, json=base()).status_code == 401
        assert wire.post(url, json=base(), headers={"Authorization": "Bearer x"}).json()["error"]["code"] == 190
        assert wire.post(url, content=b"{", headers=headers).json()["error"]["code"] == 100
        for path in ("/", "/v25.0/me", f"/v25.0/{NUMBER}/dance", f"/v25.0/{NUMBER}"):
            assert wire.post(meta.url + path, headers=headers).json()["error"]["error_subcode"] == 33
        assert wire.get(url, headers=headers).status_code == 400
    assert meta.sent == []


def test_files_can_be_uploaded(meta):
    url, headers = f"{meta.url}/v25.0/{NUMBER}/media", {"Authorization": f"Bearer {TOKEN}"}
    form = {"messaging_product": "whatsapp", "type": "application/pdf"}
    with httpx.Client(trust_env=False, headers=headers) as wire:
        uploaded = wire.post(url, data=form, files={"file": ("preparo.pdf", b"%PDF\r\n1", "application/pdf")})
        assert wire.post(url, data=form).json()["error"]["code"] == 100
    with GraphClient(meta.url) as graph:
        media = graph.media_url(uploaded.json()["id"], TOKEN)
        file = io.BytesIO()
        graph.get_media(media, TOKEN, file, 99)
    assert (media.mime_type, file.getvalue()) == ("application/pdf", b"%PDF\r\n1")


def told(clinic, meta):
    meta.settle()
    return [(item.status, item.k, item.sender) for item in clinic.items]


def test_statuses_follow_in_order_and_signed(graph, meta, clinic):
    accepted = send(graph, Text("oi"), k="k7")
    meta.wait_for(1)
    names = ("sent", "delivered", "read")
    assert told(clinic, meta) == [(name, "k7", "554799633223") for name in names]
    assert {item.wamid for item in clinic.items} == {accepted.wamid}


def test_statuses_come_even_when_the_answer_was_lost(graph, meta, clinic):
    meta.faults.append(DropAfterAccept())
    send(graph, Text("oi"), k="k8")
    meta.settle()
    assert [item.k for item in clinic.items] == ["k8"] * 3


def test_a_message_may_fail_later(graph, meta, clinic):
    meta.faults.append(FailLater(131047, "Re-engagement message"))
    send(graph, Text("oi"))
    meta.settle()
    [item] = clinic.items
    assert (item.status, item.error_code, item.error_text) == ("failed", 131047, "Re-engagement message")


def test_statuses_may_be_silenced_doubled_or_shuffled(graph, meta, clinic):
    meta.statuses = ("read", "sent", "sent")
    send(graph, Text("oi"))
    assert [name for name, _, _ in told(clinic, meta)] == ["read", "sent", "sent"]
    meta.statuses = ()
    send(graph, Text("oi"))
    assert len(told(clinic, meta)) == 3


def test_a_person_known_by_user_id_gets_statuses_by_user_id(graph, meta, clinic):
    send(graph, Text("oi"), to="BR.1A2b")
    assert {sender for _, _, sender in told(clinic, meta)} == {"BR.1A2b"}
    graph.send(NUMBER, TOKEN, to_graph(Text("oi"), to=MARIA) | {"to": "BR.1A2b"})
    assert len(told(clinic, meta)) == 3  # dropped: nothing follows


def test_a_webhook_that_stumbles_is_tried_again(graph, meta, clinic):
    clinic.answers = [500]
    meta.statuses = ("sent",)
    send(graph, Text("oi"))
    assert [name for name, _, _ in told(clinic, meta)] == ["sent"]
    assert meta.courier.lost == 0


def test_each_number_may_have_its_own_line(graph, meta, clinic):
    other = Clinic()
    meta.subscribe(other, SECRET, "777", number="42")
    graph.send("42", TOKEN, to_graph(Text("oi"), to=MARIA))
    meta.settle()
    assert clinic.items == []
    assert {item.waba_id for item in other.items} == {"777"}


def test_waiting_for_what_never_comes_ends(meta, maria):
    with pytest.raises(TimeoutError, match="0 of 1"):
        meta.wait_for(1, timeout=0.01)
    with pytest.raises(TimeoutError, match="0 of 1"):
        maria.waits_for(1, timeout=0.01)


def test_maria_says_and_hears(graph, clinic, maria):
    wamid = maria.says("Bom dia", at=1767225600)
    [item] = clinic.items
    assert (item.wamid, item.text, item.sender, item.profile_name) == (
        wamid,
        "Bom dia",
        "554799633223",
        "Maria",
    )
    assert item.sent_at == 1767225600
    send(graph, Text("Olá, Maria"))
    send(graph, Text("para João"), to="5547988887777")
    assert [sent.text for sent in maria.waits_for(1)] == ["Olá, Maria"]


def test_maria_taps_what_was_offered(graph, clinic, maria, meta):
    meta.statuses = ()
    send(graph, options("Qual?", [Choice("yes", "Sim"), Choice("no", "Não")]))
    send(graph, options("Quando?", [Choice("s1", "14h", "Dra. Ana"), Choice("s2", "15h")]))
    maria.taps("no")
    maria.taps("s1")
    maria.taps("elsewhere")
    maria.taps("confirm", "Confirmar", "template")
    found = [(item.message_kind, item.choice_id, item.text) for item in clinic.items]
    assert found == [
        ("interactive", "no", "Não"),
        ("interactive", "s1", "14h"),
        ("interactive", "elsewhere", "elsewhere"),
        ("button", "confirm", "Confirmar"),
    ]
    assert clinic.items[0].context_wamid == maria.replies()[0].wamid
    assert clinic.items[2].context_wamid is None


def test_the_same_body_may_come_twice(maria, clinic):
    body = maria.body(maria.message("text", {"body": "oi"}), maria.message("text", {"body": "de novo"}))
    assert [maria.post(body), maria.post(body)] == [200, 200]
    assert len({item.key for item in clinic.items}) == 2
    assert len(clinic.items) == 4


def test_a_stranger_is_turned_away(clinic):
    stranger = Phone(clinic, secret=b"guess", phone_number_id=NUMBER, wa_id=MARIA)
    with pytest.raises(DeliveryError, match="401"):
        stranger.says("oi")
    assert stranger.replies() == []
    with pytest.raises(ValueError, match="stand-in"):
        stranger.waits_for(1)


def test_a_person_who_hides_the_number(clinic, meta, graph):
    joao = Phone(clinic, secret=SECRET, phone_number_id=NUMBER, user_id="BR.9Z", name="João", standin=meta)
    joao.says("oi", reply_to="wamid.1")
    [item] = clinic.items
    assert (item.sender, item.wa_id, item.user_id, item.profile_name) == ("BR.9Z", None, "BR.9Z", "João")
    send(graph, Text("Olá"), to="BR.9Z")
    assert [sent.text for sent in joao.waits_for(1)] == ["Olá"]


def test_a_tap_on_an_offer_that_is_not_the_last(graph, maria, clinic, meta):
    meta.statuses = ()
    send(graph, options("Qual?", [Choice("yes", "Sim")]))
    send(graph, Text("Ainda está aí?"))
    maria.taps("yes")
    assert clinic.items[0].text == "Sim"


def test_other_kinds_of_message(clinic, maria):
    maria.sends("location", {"latitude": -26.9, "longitude": -49.1})
    maria.sends("image", {"id": "7", "mime_type": "image/jpeg"})
    assert [(item.message_kind, item.latitude, item.media_id) for item in clinic.items] == [
        ("location", -26.9, None),
        ("image", None, "7"),
    ]


def test_what_the_patient_reads(graph, meta):
    send(graph, options("Qual?", [Choice("yes", "Sim"), Choice("no", "Não")]))
    send(graph, Template("lembrete", parameters=["Maria"]))
    send(graph, Location(-26.9, -49.1, "Clínica"))
    send(graph, Location(-26.9, -49.1))
    assert [sent.text for sent in meta.sent] == [
        "Qual?\n\n1. Sim\n2. Não",
        "[lembrete] Maria",
        "Clínica",
        "[location]",
    ]
    assert meta.since(3) == meta.sent[3:]


def test_over_http_as_in_the_demo():
    """One stand-in may play the clinic's webhook for another: it refuses the body, but the wire is real."""
    with StandIn() as webhook:
        maria = Phone(f"{webhook.url}/hook", secret=SECRET, phone_number_id=NUMBER, wa_id=MARIA)
        assert maria.post(maria.body()) == 401
        with StandIn(webhook="http://127.0.0.1:9/", statuses=("sent",), token=None) as meta:
            with GraphClient(meta.url) as graph:
                send(graph, Text("oi"))
            meta.wait_for(1)
        assert meta.courier.lost == 1


def test_stopping_hangs_up_on_whoever_still_waits(meta):
    with socket.create_connection(("127.0.0.1", int(meta.url.rsplit(":", 1)[1]))) as wire:
        wire.sendall(b"GET / HTTP/1.1\r\n\r\n")
        assert wire.recv(9) == b"HTTP/1.1 "
        meta.stop()
        meta.stop()  # twice does no harm


def test_a_body_without_any_network():
    body = webhook_body(phone_number_id=NUMBER, field="account_update", event=[{"x": 1}])
    assert items(body)[0].field == "account_update"
