"""Schema of control.db: which clinics exist and which WhatsApp number belongs to which. Append-only."""

from sqlite_utils import Database, Migrations

control = Migrations("control")


@control()
def m001_registry(db: Database) -> None:
    db.executescript("""
        create table clinics(
          id text primary key check(length(id) between 1 and 64),
          name text not null,
          status text not null default 'active' check(status in ('active', 'suspended')),
          created_at text not null
        ) strict;
        create table whatsapp_numbers(
          phone_number_id text primary key,
          waba_id text not null default '',
          display_phone text not null default '',
          clinic_id text not null references clinics(id) on delete cascade,
          app_secrets text not null default '[]',      -- JSON list, each encrypted with secret.key
          verify_token_hash text not null default '',
          created_at text not null
        ) strict;
        create index whatsapp_numbers_by_clinic on whatsapp_numbers(clinic_id);
    """)
