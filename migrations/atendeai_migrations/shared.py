"""Tables that both a clinic's file and control.db have: each keeps the sessions and receipts of its own people."""

from sqlite_utils import Database


def sessions(db: Database) -> None:
    """One row a device, and one a refresh token it was ever given; only hashes are kept."""
    db.executescript("""
        create table sessions(
          id text primary key,
          user_id text not null,
          address text not null default '',
          agent text not null default '',
          created_at text not null,
          last_used_at text not null,
          expires_at integer not null,                  -- UTC seconds; moves on with each rotation
          ended_at text,
          ended_because text
        ) strict;
        create index sessions_by_user on sessions(user_id, ended_at);

        create table refresh_tokens(
          hash text primary key,
          session_id text not null references sessions(id) on delete cascade,
          created_ms integer not null,                  -- UTC milliseconds
          expires_at integer not null,                  -- UTC seconds
          used_ms integer                               -- when it was first exchanged for another
        ) strict;
        create index refresh_tokens_by_session on refresh_tokens(session_id);

        -- Invitations and new passwords: used once, within a time.
        create table user_tokens(
          hash text primary key,
          user_id text not null,
          purpose text not null check(purpose in ('invitation', 'password_reset')),
          created_at text not null,
          expires_at integer not null,                  -- UTC seconds
          used_at text
        ) strict;
        create index user_tokens_by_user on user_tokens(user_id, purpose);
    """)


def idempotency(db: Database) -> None:
    """The answers to requests that carried an Idempotency-Key, for a day."""
    db.executescript("""
        create table idempotency_keys(
          key text not null,
          who text not null,
          request text not null,                        -- SHA-256 of method, path and body
          status integer,                               -- null while the first request is being answered
          body text,                                    -- sealed with secret.key: answers may show a secret once
          headers text not null default '{}',
          created_at integer not null,                  -- UTC seconds
          primary key(key, who)
        ) strict, without rowid;
        create index idempotency_keys_by_age on idempotency_keys(created_at);
    """)
