"""Takes a clinic's waiting mails to the mail server, one after the other."""

from __future__ import annotations

import logging

from atendeai.clinic_files import ClinicFiles
from atendeai.mail import mails, smtp
from atendeai.mail.mails import Claimed
from atendeai.mail.smtp import Fault
from atendeai.ops.clock import Clock
from atendeai.ops.secrets import UnsealError
from atendeai.settings import Settings

log = logging.getLogger(__name__)


class Postman:
    """Knows the mail server of the settings. Several threads may deliver at once: each mail is claimed."""

    def __init__(self, settings: Settings, files: ClinicFiles, clock: Clock) -> None:
        self._settings, self._files, self._clock = settings, files, clock

    @property
    def works(self) -> bool:
        return mails.possible(self._settings)

    def deliver(self, clinic_id: str) -> int | None:
        """Send what is due. When to come again (UTC milliseconds), None when nothing waits. Raises as `clinic`."""
        with self._files.clinic(clinic_id) as db:
            while self.works:
                now = self._clock.now()
                mail = db.write(lambda tx: mails.claim(tx, now))  # noqa: B023 (called at once)
                if mail is None:
                    return db.read(mails.next_due)
                fault = self._send(mail)
                if fault is not None:
                    log.warning("mail %s was not sent: %s", mail.id, fault.sentence)
                then = self._clock.now()
                db.write(lambda tx: mails.settle(tx, mail, fault, then))  # noqa: B023
        return None

    def _send(self, mail: Claimed) -> Fault | None:
        try:
            message = smtp.compose(
                self._settings,
                mail_id=mail.id,
                recipient=mail.recipient,
                subject=mail.subject,
                body=self._files.unsealed(mail.body),
                at=self._clock.now(),
            )
        except UnsealError:
            return Fault(temporary=False, sentence="its body cannot be decrypted with secret.key")
        except ValueError as error:
            return Fault(temporary=False, sentence=f"it cannot be written: {error}")
        return smtp.send(self._settings, message)
