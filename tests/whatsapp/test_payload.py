"""Whatever Meta posts becomes items, each with the key that makes it count once."""

import json
import random

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from atendeai.whatsapp.payload import Item, items

WABA, NUMBER, DISPLAY = "102290129340398", "106540352242922", "15550783881"
MARIA, JOAO, MARIA_ID = "554799633223", "5547988887777", "BR.1A2b3C"
CARD = {"profile": {"name": "Maria"}, "wa_id": MARIA}


def value(**lists):
    metadata = {"display_phone_number": DISPLAY, "phone_number_id": NUMBER}
    return {"messaging_product": "whatsapp", "metadata": metadata, **lists}


def change(field="messages", **lists):
    return {"value": value(**lists), "field": field}


def body(*changes, **more):
    entry = {"id": WABA, "changes": list(changes), **more}
    return json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()


def said(kind, part, **more):
    told = {"from": MARIA, "id": f"wamid.{kind}", "timestamp": "1767225600", "type": kind, kind: part}
    return told | more


def only(raw: bytes) -> Item:
    [item] = items(raw)
    return item


def message(kind, part, **more):
    return only(body(change(contacts=[CARD], messages=[said(kind, part, **more)])))


# What each kind of message says: (type, payload) → expected fields.
SPOKEN = [
    ("text", {"body": "Bom dia"}, {"text": "Bom dia"}),
    ("image", {"id": "77", "mime_type": "image/jpeg", "sha256": "x", "caption": "exame"},
     {"text": "exame", "media_id": "77", "mime_type": "image/jpeg"}),
    ("audio", {"id": 78, "mime_type": "audio/ogg; codecs=opus", "voice": True},
     {"media_id": "78", "mime_type": "audio/ogg; codecs=opus"}),
    ("video", {"id": "79"}, {"media_id": "79"}),
    ("document", {"id": "80", "filename": "laudo.pdf", "caption": "laudo"}, {"media_id": "80",
     "text": "laudo"}),
    ("sticker", {"id": "81", "animated": False}, {"media_id": "81"}),
    ("location", {"latitude": -26.9, "longitude": "-49.1", "name": "Casa"},
     {"latitude": -26.9, "longitude": -49.1, "text": "Casa"}),
    ("location", {"latitude": 300, "longitude": "x"}, {"latitude": None, "longitude": None}),
    ("contacts", [{"name": {"formatted_name": "Ana"}}], {"text": ""}),
    ("interactive", {"type": "button_reply", "button_reply": {"id": "yes", "title": "Sim"}},
     {"text": "Sim", "choice_id": "yes"}),
    ("interactive", {"type": "list_reply", "list_reply": {"id": "s1", "title": "Limpeza",
     "description": "1 h"}},
     {"text": "Limpeza", "choice_id": "s1"}),
    ("interactive", {"type": "nfm_reply", "nfm_reply": {"response_json": None}}, {"text": "",
     "choice_id": None}),
    ("button", {"payload": "confirm", "text": "Confirmar"}, {"text": "Confirmar", "choice_id": "confirm"}),
    ("reaction", {"message_id": "wamid.A", "emoji": "👍"}, {"text": "", "context_wamid": "wamid.A"}),
    ("order", {"catalog_id": "1", "product_items": []}, {"text": ""}),
    ("system", {"body": "mudou de número", "wa_id": JOAO, "type": "user_changed_number"}, {"text": ""}),
    ("edit", {"original_message_id": "wamid.A", "message": {"type": "text", "text": {"body": "às 15h"}}},
     {"text": "às 15h", "context_wamid": "wamid.A"}),
    ("edit", {"message": {"type": "edit", "edit": {"message": {}}}}, {"text": "", "context_wamid": None}),
    ("revoke", {"original_message_id": "wamid.A"}, {"context_wamid": "wamid.A"}),
    ("poll_creation", {"name": "?"}, {"text": ""}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "part", "expected"), SPOKEN)
def test_what_a_message_says(kind, part, expected):
    item = message(kind, part)
    found = msgspec.structs.asdict(item)
    assert item.kind == "message"
    assert item.message_kind == kind
    assert {name: found[name] for name in expected} == expected


def test_all_that_is_known_of_a_message():
    told = said("text", {"body": "15h"}, context={"from": DISPLAY, "id": "wamid.Q"}, group_id="g1")
    card = {"profile": {"name": "Maria", "username": "@maria"}, "wa_id": MARIA, "user_id": MARIA_ID}
    assert only(body(change(contacts=[card], messages=[told]))) == Item(
        key=f"m:{NUMBER}:wamid.text",
        kind="message",
        field="messages",
        waba_id=WABA,
        phone_number_id=NUMBER,
        display_phone=DISPLAY,
        sender=MARIA,
        wa_id=MARIA,
        user_id=MARIA_ID,
        username="maria",
        profile_name="Maria",
        group_id="g1",
        wamid="wamid.text",
        message_kind="text",
        text="15h",
        context_wamid="wamid.Q",
        sent_at=1767225600,
        raw=json.dumps(told, separators=(",", ":"), ensure_ascii=False),
    )


def test_an_unsupported_message_says_why():
    errors = [{"code": 131051, "title": "Unsupported", "error_data": {"details": "Message type is not supported"}}]
    item = message("unsupported", {"type": "poll_creation"}, errors=errors)
    assert (item.error_code, item.error_text) == (131051, "Unsupported: Message type is not supported")


def test_the_type_is_guessed_when_it_is_missing():
    assert message("text", {"body": "oi"}, type=None).message_kind == "text"
    assert only(body(change(messages=[{"id": "wamid.1", "from": MARIA}]))).message_kind == "unknown"


def status(name="delivered", **more):
    return {"id": "wamid.X", "status": name, "timestamp": 1767225600, "recipient_id": MARIA} | more


def test_a_status():
    errors = [{"code": "131047", "message": "Re-engagement message"}]
    item = only(body(change(statuses=[status("failed", biz_opaque_callback_data="k1", errors=errors)])))
    assert item.kind == "status"
    assert item.key == f"s:{NUMBER}:wamid.X:failed"
    assert (item.status, item.k, item.sender, item.sent_at) == ("failed", "k1", MARIA, 1767225600)
    assert (item.error_code, item.error_text) == (131047, "Re-engagement message")


@pytest.mark.parametrize("name", ["recipient_participant_id", "participant_recipient_id"])
def test_in_a_group_each_participant_counts(name):
    item = only(body(change(statuses=[status("read", **{name: JOAO})])))
    assert item.key == f"s:{NUMBER}:wamid.X:read:{JOAO}"


@pytest.mark.parametrize("name", ["recipient_parent_user_id", "parent_recipient_user_id", "parent_user_id"])
def test_all_spellings_of_the_parent_id(name):
    told = {"id": "wamid.X", "status": "sent", "recipient_user_id": MARIA_ID, name: "BR.ENT.9"}
    item = only(body(change(statuses=[told])))
    assert (item.sender, item.user_id, item.parent_user_id) == (MARIA_ID, MARIA_ID, "BR.ENT.9")


def test_what_the_staff_wrote_on_their_phone():
    told = {"from": DISPLAY, "to": MARIA, "id": "wamid.E", "type": "text", "text": {"body": "Eu respondo"}}
    item = only(body(change("smb_message_echoes", message_echoes=[told])))
    assert (item.kind, item.key, item.sender, item.text) == ("echo", "e:wamid.E", MARIA, "Eu respondo")


def test_calls():
    call = {"id": "wacid.1", "from": MARIA, "to": DISPLAY, "event": "connect", "direction": "USER_INITIATED"}
    ours = {
        "id": "wacid.2",
        "from": DISPLAY,
        "to": JOAO,
        "event": "terminate",
        "direction": "BUSINESS_INITIATED",
    }
    ringing = {"id": "wacid.2", "type": "call", "status": "RINGING", "recipient_id": JOAO}
    found = items(body(change("calls", calls=[call, ours], statuses=[ringing])))
    assert [item.key for item in found] == ["c:wacid.1:connect", "c:wacid.2:terminate", "c:wacid.2:RINGING"]
    assert [item.sender for item in found] == [MARIA, JOAO, JOAO]
    assert {item.kind for item in found} == {"call"}


def test_a_patient_who_stops_marketing():
    told = {"wa_id": MARIA, "category": "marketing_messages", "value": "stop", "timestamp": 1767225600}
    item = only(body(change("user_preferences", contacts=[CARD], user_preferences=[told])))
    assert (item.kind, item.field, item.sender, item.status) == ("other", "user_preferences", MARIA, "stop")


def test_errors_of_a_value_are_all_kept():
    raw = body(change(errors=[{"code": 130429}, {"code": 130429}]))
    first, second = items(raw)
    assert (first.kind, first.error_code) == ("error", 130429)
    assert first.key != second.key
    assert first.key.startswith("x:")


def test_one_body_may_mix_everything_and_order_is_kept():
    mixed = change(contacts=[CARD], messages=[said("text", {"body": "1"})], statuses=[status()], errors=[{"code": 1}])
    later = change(messages=[said("image", {"id": "9"})])
    kinds = [item.kind for item in items(body(mixed, later))]
    assert kinds == ["message", "status", "error", "message"]


@pytest.mark.parametrize("field", ["standby", "history", "message_template_status_update", "novelty"])
def test_other_fields_are_kept_whole_and_never_answered(field):
    item = only(body(change(field, messages=[said("text", {"body": "não é conosco"})])))
    assert (item.kind, item.field) == ("other", field)
    assert item.key.startswith(f"{field}:")
    assert "não é conosco" in item.raw


def test_the_same_change_at_another_time_counts_again():
    paused = {"value": {"event": "PAUSED"}, "field": "message_template_status_update"}
    first, repeated, later = (only(body(paused, time=time)).key for time in (1, 1, 2))
    assert first == repeated != later


# Who wrote: (message, contacts) → (wa_id, user_id, sender, profile name)
WRITERS = [
    ({"from": MARIA}, [CARD], (MARIA, None, MARIA, "Maria")),
    ({"from": MARIA}, [], (MARIA, None, MARIA, "")),
    ({"from": MARIA}, [{"wa_id": MARIA}], (MARIA, None, MARIA, "")),
    ({"from": MARIA}, [{"profile": {"name": "Maria"}}], (MARIA, None, MARIA, "Maria")),
    ({"from": "5547999633223"}, [CARD], ("5547999633223", None, "5547999633223", "Maria")),
    ({"from": JOAO}, [CARD], (JOAO, None, JOAO, "")),
    ({"from": JOAO}, [CARD, {"wa_id": JOAO, "profile": {"name": "João"}}], (JOAO, None, JOAO, "João")),
    ({"from": JOAO}, [CARD, {"wa_id": "1", "profile": {"name": "?"}}], (JOAO, None, JOAO, "")),
    ({}, [CARD], (MARIA, None, MARIA, "Maria")),
    ({}, [], (None, None, None, "")),
    (
        {"from_user_id": MARIA_ID},
        [{"user_id": MARIA_ID, "profile": {"name": "M"}}],
        (None, MARIA_ID, MARIA_ID, "M"),
    ),
    (
        {"from_user_id": MARIA_ID},
        [{"user_id": "BR.other", "profile": {"name": "M"}}],
        (None, MARIA_ID, MARIA_ID, ""),
    ),
    ({"from": MARIA_ID}, [], (None, MARIA_ID, MARIA_ID, "")),
    ({"from": MARIA, "from_user_id": MARIA_ID}, [], (MARIA, MARIA_ID, MARIA, "")),
    ({"from": int(MARIA)}, [{"wa_id": int(MARIA), "profile": None}], (MARIA, None, MARIA, "")),
    ({"from": MARIA}, ["?", None, 5], (MARIA, None, MARIA, "")),
    ({"from": MARIA}, "?", (MARIA, None, MARIA, "")),
]


@pytest.mark.parametrize(("told", "contacts", "expected"), WRITERS)
def test_who_wrote(told, contacts, expected):
    item = only(body(change(contacts=contacts, messages=[told | {"id": "wamid.1"}])))
    assert (item.wa_id, item.user_id, item.sender, item.profile_name) == expected


@pytest.mark.parametrize(
    ("told", "seconds"),
    [("1767225600", 1767225600), (1767225600, 1767225600), (1767225600123, 1767225600),
    ("1767225600123456", 1767225600),
     (1767225600.9, 1767225600), ("1767225600.9", 1767225600), (None, 0), ("soon", 0), (-5, 0), (True, 0),
     (10**40, 0),
     ([], 0), ("nan", 0), ("9" * 50, 0)],
)  # fmt: skip
def test_when_it_was_sent(told, seconds):
    assert message("text", {"body": "oi"}, timestamp=told).sent_at == seconds


@pytest.mark.parametrize(
    ("raw", "kind"),
    [(b"", "other"), (b"not json", "other"), (b"null", "other"), (b"[]", "other"), (b"{}", "other"),
     (b'{"entry": []}', "other"), (b'{"entry": null}', "other"), (b'{"entry": "x"}', "other"),
     (b'{"entry": [{}]}', "other"), (b'{"entry": [{"changes": [5]}]}', "other"), (b"\xff\xfe", "other"),
     (b'{"entry": [{"changes": [{"value": {"messages": [5]}}]}]}', "other"),
     (b'{"entry": [{"changes": [{"value": {"statuses": [5]}}]}]}', "other"),
     (b'{"entry": [{"changes": [{"value": {"calls": "?"}}]}]}', "other"),
     (b'{"entry": [{"changes": [{"value": {"messages": {"id": "1"}}}]}]}', "message"),
     (b"[" * 100_000, "other"), (b"1" * 5000, "other"), (b'{"entry": ' + b"[" * 990 + b"]" * 990 + b"}",
      "other")],
)  # fmt: skip
def test_nothing_is_lost(raw, kind):
    found = items(raw)
    assert [item.kind for item in found] == [kind]
    assert found == items(raw)
    json.loads(found[0].raw)


@pytest.mark.parametrize(
    ("damage", "text"),
    [(b'"Bom dia \\ud83d"', "Bom dia ?"), (b'"Bom dia \xff"', "Bom dia \ufffd"), (b'"Bom\ndia"', "Bom\ndia"),
     (b'"Bom dia", "n": NaN', "Bom dia"), (b'"Bom dia", "n": 1e999', "Bom dia"), (b'"Bom dia", "n": -1.5',
      "Bom dia"),
     (b'"Bom dia", "n": ' + b"9" * 5000, "Bom dia"), (b'"Bom\\u0000 dia"', "Bom dia")],
)  # fmt: skip
def test_one_damaged_value_does_not_cost_the_batch(damage, text):
    damaged = body(change(messages=[said("text", {"body": "@"}), said("image", {"id": "9"})]))
    found = items(damaged.replace(b'"@"', damage))
    assert [item.key for item in found] == [f"m:{NUMBER}:wamid.text", f"m:{NUMBER}:wamid.image"]
    assert found[0].text == text


def test_a_byte_order_mark_is_no_obstacle():
    assert only(b"\xef\xbb\xbf" + body(change(statuses=[status()]))).kind == "status"


def test_broken_json_of_the_second_kind_is_kept_too():
    assert only(b'\xff{"entry": ' + b"[" * 100_000).kind == "other"


def test_nesting_that_can_be_read_but_not_written_is_kept_as_text():
    for depth in range(800, 1000):
        deep = b'{"entry": {"changes": {"value": {"messages": {"deep": ' + b"[" * depth + b"]" * depth + b"}}}}}"
        assert only(deep).raw


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from([MARIA, MARIA_ID, "call"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
NAMES = [
    "messages",
    "statuses",
    "message_echoes",
    "calls",
    "errors",
    "user_preferences",
    "contacts",
    "metadata",
]
INNER = ["id", "from", "type", "text", "image", "timestamp", "status", "context", "profile", "wa_id",
"interactive",
         "body", "edit", "message", "recipient_id", "errors", "code", "error_data", "user_id"]  # fmt: skip
fragments = st.recursive(
    anything,
    lambda inner: st.dictionaries(st.sampled_from(INNER), inner, max_size=6) | st.lists(inner, max_size=3),
    max_leaves=12,
)
values = st.dictionaries(st.sampled_from(NAMES), fragments | st.lists(fragments, max_size=3), max_size=5) | anything
fields = st.sampled_from(["messages", "calls", "", "history"]) | anything
entries = st.lists(st.fixed_dictionaries({"field": fields, "value": values}), max_size=3) | anything
webhooks = st.fixed_dictionaries(
    {"entry": st.lists(st.fixed_dictionaries({"changes": entries}), max_size=3) | anything}
)


@settings(deadline=None)
@given(st.binary())
@example(b"\x00")
def test_bytes_never_raise(raw):
    assert items(raw)


@settings(deadline=None)
@given(webhooks | anything)
def test_any_json_becomes_items_that_fit_the_database(told):
    for item in items(json.dumps(told).encode()):
        assert item.key and len(item.key) >= 3
        json.loads(item.raw)
        for held in msgspec.structs.astuple(item):
            if isinstance(held, int):
                assert -(2**63) <= held < 2**63
            if isinstance(held, str):
                held.encode()


# A day's worth of events, as (list name, event); each must have the same key however it is delivered.
EVENTS = [("messages", {**said(kind, part), "id": f"wamid.{n}"}) for n, (kind, part, _) in enumerate(SPOKEN)] + [
    ("statuses", status(name)) for name in ("sent", "delivered", "read", "played", "failed")
]


def littered(told, dice):
    """The same JSON with unknown keys in every object."""
    match told:
        case dict():
            inner = {name: littered(part, dice) for name, part in told.items()}
            litter = {f"novelty_{dice.random()}": dice.choice([None, 1, "x", [], {"id": "y"}]) for _ in range(2)}
            return dict(dice.sample([*inner.items(), *litter.items()], len(inner) + 2))
        case list():
            return [littered(part, dice) for part in told]
        case _:
            return told


@settings(deadline=None)
@given(st.data())
def test_split_merged_and_littered_batches_have_the_same_keys(data):
    dice = random.Random(data.draw(st.integers()))
    told = data.draw(st.lists(st.sampled_from(EVENTS), min_size=1, max_size=8))
    alone = [only(body(change(**{name: [event]}))).key for name, event in told]
    changes = [littered(change(contacts=[CARD], **{name: [event]}), dice) for name, event in told]
    cut = data.draw(st.integers(0, len(changes)))
    batches = [batch for batch in (changes[:cut], changes[cut:]) if batch]
    delivered = [item.key for batch in batches for item in items(body(*batch))]
    assert delivered == alone
    merged = change(
        messages=[event for name, event in told if name == "messages"],
        statuses=[event for name, event in told if name == "statuses"],
    )
    assert sorted(item.key for item in items(body(merged))) == sorted(alone)


def test_events_without_an_id_are_told_apart_by_their_words():
    one, two = ({"from": MARIA, "text": {"body": words}} for words in ("oi", "tchau"))
    first, again, second = items(body(change(messages=[one, one, two])))
    assert first.key == again.key != second.key
    for name in ("message_echoes", "calls", "statuses"):
        assert only(body(change(**{name: [{"to": MARIA}]}))).key.startswith(f"{name}:")


def test_meta_may_send_a_thousand_updates_at_once():
    crowd = [said("text", {"body": "oi"}, id=f"wamid.{n}") for n in range(1000)]
    assert len({item.key for item in items(body(change(messages=crowd)))}) == 1000
