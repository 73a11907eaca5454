"""A patient's phone: writes through the clinic's signed webhook and sees what the stand-in received."""

from __future__ import annotations

from typing import Any, Literal, assert_never

from atendeai.whatsapp.outgoing import Choice
from atendeai.whatsapp.standin import bodies
from atendeai.whatsapp.standin.courier import Deliver, signed, to_url
from atendeai.whatsapp.standin.store import Sent, Store

__all__ = ["DeliveryError", "Phone", "to_url"]

Tap = Literal["button", "list", "template"]


class DeliveryError(Exception):
    """The webhook answered something other than 200."""


class Phone:
    """`webhook` is an address or any function that hands a body and its headers to the webhook.

    Give `user_id` (a BSUID) and no `wa_id` for a person who hides their number.
    """

    def __init__(
        self,
        webhook: str | Deliver,
        *,
        secret: bytes,
        phone_number_id: str,
        waba_id: str = bodies.WABA_ID,
        wa_id: str | None = None,
        user_id: str | None = None,
        name: str = "",
        standin: Store | None = None,
    ) -> None:
        self.wa_id, self.user_id, self.name = wa_id, user_id, name
        self.phone_number_id, self.waba_id = phone_number_id, waba_id
        self._deliver = to_url(webhook) if isinstance(webhook, str) else webhook
        self._secret = secret
        self._standin = standin

    def says(self, text: str, **details: Any) -> str:
        """Write a text and return its wamid. `details`: wamid, at (Unix seconds), reply_to."""
        return self.sends("text", {"body": text}, **details)

    def taps(self, option_id: str, title: str | None = None, kind: Tap | None = None, **details: Any) -> str:
        """Tap an option; title and kind are taken from the last message that offered it when not given."""
        offer, choice = self._offered(option_id)
        title = title if title is not None else choice.title
        is_list = offer is not None and offer.body.get("interactive", {}).get("type") == "list"
        if offer is not None:
            details.setdefault("reply_to", offer.wamid)
        guessed: Tap = "list" if is_list else "button"
        match kind or guessed:
            case "template":
                return self.sends("button", {"payload": option_id, "text": title}, **details)
            case "list":
                row = {"id": option_id, "title": title, "description": choice.description}
                return self.sends("interactive", {"type": "list_reply", "list_reply": row}, **details)
            case "button":
                reply = {"id": option_id, "title": title}
                return self.sends("interactive", {"type": "button_reply", "button_reply": reply}, **details)
            case never:
                assert_never(never)

    def sends(self, kind: str, part: dict[str, Any], **details: Any) -> str:
        """Send any kind of message, as `sends("location", {"latitude": -26.9, "longitude": -49.1})`."""
        message = self.message(kind, part, **details)
        status = self.post(self.body(message))
        if status != 200:
            raise DeliveryError(f"the webhook answered {status}")
        return str(message["id"])

    def records(self, sound: bytes, mime_type: str = "audio/ogg; codecs=opus", **details: Any) -> str:
        """Send a voice note, which the clinic can fetch from the stand-in."""
        if self._standin is None:
            raise ValueError("a phone without a stand-in has nowhere to keep a file")
        media_id = self._standin.keep(sound, mime_type)
        checksum = self._standin.files[media_id].sha256
        return self.sends(
            "audio", {"id": media_id, "mime_type": mime_type, "sha256": checksum, "voice": True}, **details
        )

    def message(self, kind: str, part: dict[str, Any], **details: Any) -> dict[str, Any]:
        return bodies.message(kind, part, sender=self.wa_id, user_id=self.user_id, **details)

    def body(self, *messages: dict[str, Any]) -> bytes:
        """One webhook body with these messages, to be posted, repeated or mangled."""
        card = bodies.contact(self.wa_id, self.name, self.user_id)
        return bodies.webhook_body(
            phone_number_id=self.phone_number_id, waba_id=self.waba_id, contacts=[card], messages=messages
        )

    def post(self, body: bytes) -> int:
        """Sign and deliver `body`; the HTTP status."""
        return self._deliver(body, signed(body, self._secret))

    def replies(self) -> list[Sent]:
        """What this patient received, in order."""
        store = self._standin
        if store is None:
            return []
        mine = store.sent_to(self.wa_id or "", self.user_id or "")
        return [sent for sent in mine if sent.phone_number_id == self.phone_number_id]

    def waits_for(self, count: int, timeout: float = 5.0) -> list[Sent]:
        """Replies, once there are at least `count`; TimeoutError after `timeout` seconds."""
        store = self._standin
        if store is None:
            raise ValueError("a phone without a stand-in receives nothing")
        with store.changed:
            if not store.changed.wait_for(lambda: len(self.replies()) >= count, timeout):
                raise TimeoutError(f"{len(self.replies())} of {count} replies: {self.replies()}")
            return self.replies()

    def _offered(self, option_id: str) -> tuple[Sent | None, Choice]:
        for sent in reversed(self.replies()):
            for choice in sent.options:
                if choice.id == option_id:
                    return sent, choice
        return None, Choice(option_id, option_id)
