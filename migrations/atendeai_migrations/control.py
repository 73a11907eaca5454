"""Schema of control.db: which clinics exist and which WhatsApp number belongs to which. Append-only."""

from sqlite_utils import Database, Migrations

from atendeai_migrations.shared import idempotency, sessions

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


@control()
def m002_accounts(db: Database) -> None:
    db.executescript("""
        -- Who may log in where: which clinics' files hold a user of this address. No password, no name.
        create table logins(
          email text not null,                          -- lower case
          clinic_id text not null references clinics(id) on delete cascade,
          primary key(email, clinic_id)
        ) strict;

        -- Whoever runs the installation: sees the registry, and of a clinic what it grants.
        create table platform_admins(
          id text primary key,
          email text not null unique,
          name text not null,
          password_hash text not null default '',
          status text not null default 'active' check(status in ('active', 'suspended')),
          language text not null default 'pt',
          created_at text not null,
          updated_at text not null,
          last_login_at text
        ) strict;

        -- Keys that sign access tokens, sealed with secret.key; the newest signs, the others only verify.
        create table signing_keys(
          kid text primary key,
          secret text not null,
          created_at text not null
        ) strict;

        -- Failed log-ins, by account and by address; rows are forgotten once they no longer delay anybody.
        create table login_failures(
          key text primary key,
          failures integer not null,
          last_at integer not null,                     -- UTC seconds
          not_before integer not null                   -- UTC seconds; earlier attempts are refused unheard
        ) strict;

        -- The newest line of each clinic's audit trail that was ever seen: a trail cut short is noticed.
        create table audit_heads(
          clinic_id text primary key references clinics(id) on delete cascade,
          id integer not null,
          hash text not null,
          at text not null
        ) strict;

        create table audit_logs(
          id integer primary key,
          at text not null,
          who text not null,
          action text not null,
          subject text not null,
          subject_id text not null,
          detail text not null default '{}',
          old text,
          new text,
          address text not null default '',
          agent text not null default '',
          correlation_id text not null default '',
          previous_hash text not null default '',
          hash text not null default ''
        ) strict;
        create index audit_logs_by_who on audit_logs(who, id);
        create trigger audit_logs_no_update before update on audit_logs begin
          select raise(abort, 'audit_logs is append-only');
        end;
        create trigger audit_logs_no_delete before delete on audit_logs begin
          select raise(abort, 'audit_logs is append-only');
        end;
    """)
    sessions(db)
    idempotency(db)


@control()
def m003_versions(db: Database) -> None:
    # Counts the changes of a clinic's registration (ETag).
    db.executescript("alter table clinics add column version integer not null default 1;")
