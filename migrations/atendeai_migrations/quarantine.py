"""Schema of quarantine.db: signed webhooks that no clinic could be found for. Append-only.

They may name patients, so they live neither in control.db nor in any clinic's file.
"""

from sqlite_utils import Database, Migrations

quarantine = Migrations("quarantine")


@quarantine()
def m001_quarantine(db: Database) -> None:
    db.executescript("""
        create table quarantined(
          id integer primary key,
          key text not null unique,
          reason text not null,
          phone_number_id text,
          waba_id text,
          field text,
          payload text not null,
          received_at text not null
        ) strict;
    """)
