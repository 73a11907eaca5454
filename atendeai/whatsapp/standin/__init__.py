"""A local stand-in for Meta's Graph API and for a patient's phone, for tests, demos and benchmarks."""

from atendeai.whatsapp.standin.bodies import webhook_body
from atendeai.whatsapp.standin.faults import (
    Delay,
    DropAfterAccept,
    ErrorCode,
    FailLater,
    Fault,
    Garble,
    HttpError,
    Reset,
)
from atendeai.whatsapp.standin.phone import Phone, to_url
from atendeai.whatsapp.standin.server import StandIn
from atendeai.whatsapp.standin.store import Sent

__all__ = [
    "Delay",
    "DropAfterAccept",
    "ErrorCode",
    "FailLater",
    "Fault",
    "Garble",
    "HttpError",
    "Phone",
    "Reset",
    "Sent",
    "StandIn",
    "to_url",
    "webhook_body",
]
