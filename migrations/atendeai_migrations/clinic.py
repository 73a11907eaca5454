"""Schema of a clinic's file: everything of one clinic and only of it. Append-only."""

from sqlite_utils import Database, Migrations

from atendeai_migrations.shared import idempotency, sessions

clinic = Migrations("clinic")


@clinic()
def m001_the_road(db: Database) -> None:
    db.executescript("""
        create table meta(key text primary key, value text not null) strict;

        -- The context document, every version ever active; the newest row is the one in force.
        create table context_versions(
          version integer primary key,
          document text not null,
          sha256 text not null,
          source text not null default '',
          restored_from integer references context_versions(version),
          created_at text not null
        ) strict;

        create table api_keys(
          id text primary key,
          name text not null,
          hash text not null unique,
          created_at text not null,
          last_used_at text,
          revoked_at text
        ) strict;

        create table whatsapp_configurations(
          phone_number_id text primary key,
          waba_id text not null default '',
          display_phone text not null default '',
          access_token text not null default '',     -- encrypted with secret.key
          state text not null default 'active' check(state in ('active', 'paused')),
          paused_reason text,
          created_at text not null
        ) strict;

        -- Who writes to the clinic. The phone may be absent (business-scoped user ids).
        create table contacts(
          id text primary key,
          channel text not null default 'whatsapp' check(channel in ('whatsapp', 'api', 'terminal')),
          name text,
          wa_id text,
          user_id text,                               -- BSUID
          phone_e164 text,
          match_key text,
          opted_out integer not null default 0,
          created_at text not null,
          last_seen_at text not null
        ) strict;
        create unique index contacts_by_user_id on contacts(channel, user_id) where user_id is not null;
        create unique index contacts_by_wa_id on contacts(channel, wa_id) where wa_id is not null;
        create index contacts_by_match_key on contacts(channel, match_key);

        -- Who is seen by the clinic. A contact may write for several patients.
        create table patients(
          id text primary key,
          contact_id text not null references contacts(id),
          name text not null,
          insurance text,
          created_at text not null
        ) strict;
        create index patients_by_contact on patients(contact_id);

        create table conversations(
          id text primary key,
          contact_id text not null unique references contacts(id),
          phone_number_id text,
          status text not null default 'active' check(status in ('active', 'human', 'closed')),
          state text not null default '{"type":"start"}',   -- the five states, tagged union
          thread text not null default '{}',                -- what the dialogue carries between turns
          version integer not null default 0,
          due_at integer,                                   -- milliseconds; when waiting messages may be answered
          last_inbound_at integer,                          -- seconds; opens WhatsApp's 24-hour window
          human_since text,                                 -- a person has taken over: the bot is silent
          escalated_at text,                                -- a person was called and has not closed it yet
          escalation text,
          created_at text not null,
          updated_at text not null
        ) strict;
        create index conversations_due on conversations(due_at) where due_at is not null;

        create table conversation_memory(
          contact_id text not null references contacts(id) on delete cascade,
          key text not null,
          value text not null,
          expires_at integer,
          updated_at text not null,
          primary key(contact_id, key)
        ) strict;

        -- One row a turn: what was understood and decided, for replays, audits and analytics.
        create table turns(
          id text primary key,
          conversation_id text not null references conversations(id),
          intent text not null,
          confidence real not null,
          understanding text not null,
          state text not null,
          expects text,
          replies text not null,
          appointment_id text,
          escalation text,
          at text not null
        ) strict;
        create index turns_by_conversation on turns(conversation_id, at);

        create table messages(
          id text primary key,
          conversation_id text not null references conversations(id),
          direction text not null check(direction in ('in', 'out')),
          kind text not null default 'text',
          text text not null default '',
          payload text not null default '{}',
          wamid text,
          turn_id text,
          intent text,
          confidence real,
          author text not null default 'bot' check(author in ('patient', 'bot', 'staff')),
          sent_at integer not null,                          -- seconds, by the sender's clock
          created_at text not null
        ) strict;
        create unique index messages_by_wamid on messages(wamid) where wamid is not null;
        create index messages_by_conversation on messages(conversation_id, created_at, id);

        -- Raw signed bodies and what they held, each once.
        create table webhook_raw(
          sha256 text primary key,
          body blob not null,
          received_at text not null
        ) strict;
        create table inbox(
          id integer primary key,
          key text not null unique,
          kind text not null,                                -- message, status, echo, error, other field names
          state text not null check(state in ('waiting', 'done', 'dead')),
          phone_number_id text,
          sender text,
          message_kind text,
          text text,
          media_id text,
          latitude real,
          longitude real,
          payload text not null,
          conversation_id text references conversations(id),
          turn_id text references turns(id),
          choice_id text,
          sent_at integer not null default 0,
          received_ms integer not null default 0,
          attempts integer not null default 0,
          error text,
          received_at text not null
        ) strict;
        create index inbox_to_do on inbox(conversation_id, sent_at) where state = 'waiting';
        create index inbox_by_age on inbox(received_ms) where kind <> 'message';

        create table appointments(
          id text primary key,
          patient_id text not null references patients(id),
          contact_id text not null references contacts(id),
          service_id text not null,
          service_name text not null,
          professional_id text not null,
          professional_name text not null,
          local_start text not null,      -- YYYY-MM-DDTHH:MM wall time in tz: the promise made to the patient
          tz text not null,
          starts integer not null,        -- UTC seconds, derived from local_start
          ends integer not null,
          status text not null check(status in
            ('held', 'scheduled', 'confirmed', 'checked_in', 'completed', 'cancelled', 'no_show')),
          hold_expires integer,
          insurance text,
          price_cents integer,
          version integer not null default 1,
          source text not null,
          request_key text unique,        -- the message and action that caused it: a replay finds the receipt
          created_at text not null,
          updated_at text not null,
          check(starts < ends)
        ) strict;
        create index appointments_by_contact on appointments(contact_id, starts);
        create index appointments_by_time on appointments(starts);

        -- No stretch is longer than two days, so the triggers look back that far and no further: their cost
        -- does not grow with the history.
        create table occupancy(
          id integer primary key,
          appointment_id text not null references appointments(id) on delete cascade,
          resource text not null,         -- 'prof:ID' | 'room:ID' | 'patient:ID'
          lane integer not null default 0,
          starts integer not null,        -- buffers included for professional and room, not for the patient
          ends integer not null,
          check(starts < ends and ends - starts <= 172800)
        ) strict;
        create index occupancy_by_resource on occupancy(resource, lane, starts, ends);
        create index occupancy_by_appointment on occupancy(appointment_id);
        create trigger occupancy_no_overlap_insert before insert on occupancy begin
          select raise(abort, 'slot_taken') where exists(
            select 1 from occupancy o where o.resource = new.resource and o.lane = new.lane
              and o.starts < new.ends and o.starts > new.starts - 172800 and o.ends > new.starts);
        end;
        create trigger occupancy_no_overlap_update before update of resource, lane, starts, ends on occupancy begin
          select raise(abort, 'slot_taken') where exists(
            select 1 from occupancy o where o.id <> new.id and o.resource = new.resource and o.lane = new.lane
              and o.starts < new.ends and o.starts > new.starts - 172800 and o.ends > new.starts);
        end;

        create table appointment_history(
          id integer primary key,
          appointment_id text not null references appointments(id) on delete cascade,
          version integer not null,
          change text not null,           -- held, booked, moved, cancelled, confirmed...
          local_start text not null,
          status text not null,
          by text not null,
          at text not null
        ) strict;
        create index appointment_history_by_appointment on appointment_history(appointment_id);

        -- Rows first, then a task that only nudges. `k` is the opaque id that Meta echoes in statuses.
        create table outbox(
          k text primary key,
          seq integer not null unique,    -- order per contact
          conversation_id text not null references conversations(id),
          contact_id text not null references contacts(id),
          message_id text references messages(id),
          channel text not null default 'whatsapp',
          phone_number_id text,
          payload text not null,          -- an outgoing message, before it becomes Meta's body
          purpose text not null default 'reply',
          state text not null default 'queued' check(state in
            ('queued', 'sending', 'accepted', 'sent', 'delivered', 'read', 'failed', 'unknown', 'dead')),
          attempts integer not null default 0,
          not_before integer not null default 0,    -- milliseconds
          sending_since integer,                    -- milliseconds
          may_duplicate integer not null default 0,
          wamid text,
          error_code integer,
          error text,
          created_at text not null,
          updated_at text not null
        ) strict;
        create index outbox_to_send on outbox(contact_id, seq) where state in ('queued', 'sending', 'unknown');
        create unique index outbox_by_wamid on outbox(wamid) where wamid is not null;

        create table message_statuses(
          id integer primary key,
          key text not null unique,
          wamid text not null,
          k text,
          status text not null,
          error_code integer,
          payload text not null,
          at integer not null
        ) strict;
        create index message_statuses_by_wamid on message_statuses(wamid);

        create table audit_logs(
          id integer primary key,
          at text not null,
          who text not null,
          action text not null,
          subject text not null,
          subject_id text not null,
          detail text not null default '{}'
        ) strict;
        create trigger audit_logs_no_update before update on audit_logs begin
          select raise(abort, 'audit_logs is append-only');
        end;
        create trigger audit_logs_no_delete before delete on audit_logs begin
          select raise(abort, 'audit_logs is append-only');
        end;
    """)


@clinic()
def m002_ai(db: Database) -> None:
    db.executescript("""
        -- What the clinic lets an AI provider do, at most one row; none is nothing. What is empty comes from the
        -- installation's settings. Keys are encrypted with secret.key.
        create table ai_configurations(
          id integer primary key check(id = 1),
          understanding integer not null default 0 check(understanding in (0, 1)),
          wording integer not null default 0 check(wording in (0, 1)),
          transcription integer not null default 0 check(transcription in (0, 1)),
          url text not null default '',
          model text not null default '',
          key text not null default '',
          transcription_url text not null default '',
          transcription_model text not null default '',
          transcription_key text not null default '',
          created_at text not null,
          updated_at text not null
        ) strict;

        -- A voice note whose words were written down by a machine.
        alter table messages add column transcribed integer not null default 0 check(transcribed in (0, 1));

        create index audit_logs_by_subject on audit_logs(subject_id, action);
    """)


@clinic()
def m003_accounts(db: Database) -> None:
    db.executescript("""
        -- People of the clinic who may enter. Deleted ones stay as a name for the audit trail, without an address.
        create table users(
          id text primary key,
          email text unique,                            -- lower case; null once deleted
          name text not null,
          role text not null check(role in ('owner', 'manager', 'receptionist', 'professional', 'read_only')),
          status text not null check(status in ('invited', 'pending', 'active', 'suspended', 'deleted')),
          password_hash text not null default '',
          professional_id text,                         -- whose agenda a professional sees
          phone text not null default '',
          language text not null default 'pt' check(language in ('pt', 'en')),
          notifications text not null default '{}',     -- JSON: what they want to be told of
          version integer not null default 1,
          created_at text not null,
          updated_at text not null,
          last_login_at text
        ) strict;

        alter table api_keys add column scopes text not null default '["conversations:process"]';   -- JSON list
        alter table api_keys add column created_by text not null default '';
        alter table api_keys add column expires_at text;

        -- How the clinic runs AtendeAI, beside what patients may know of it (that is its context).
        create table clinic_configuration(
          id integer primary key check(id = 1),
          document text not null,                       -- JSON
          version integer not null,
          updated_at text not null
        ) strict;

        -- E-mails to staff, first rows and then sent. The body is sealed: it may hold a token.
        create table mails(
          id text primary key,
          recipient text not null,
          subject text not null,
          body text not null,
          purpose text not null,
          state text not null default 'queued' check(state in ('queued', 'sending', 'sent', 'dead')),
          attempts integer not null default 0,
          not_before integer not null default 0,        -- UTC milliseconds
          sending_since integer,
          error text,
          created_at text not null,
          updated_at text not null
        ) strict;
        create index mails_to_send on mails(not_before) where state in ('queued', 'sending');

        -- The audit trail is a chain: each line holds the hash of the one before it. What is older has none.
        alter table audit_logs add column old text;
        alter table audit_logs add column new text;
        alter table audit_logs add column address text not null default '';
        alter table audit_logs add column agent text not null default '';
        alter table audit_logs add column correlation_id text not null default '';
        alter table audit_logs add column previous_hash text not null default '';
        alter table audit_logs add column hash text not null default '';
        create index audit_logs_by_who on audit_logs(who, id);
        insert into meta(key, value) select 'audit_chain_begins', coalesce(max(id), 0) + 1 from audit_logs;

        -- Patients whose data was erased on request keep their visits, without a name.
        alter table patients add column erased_at text;
        alter table contacts add column erased_at text;
        alter table contacts add column consent_told_at text;      -- when the clinic's consent text was first sent
    """)
    sessions(db)
    idempotency(db)


@clinic()
def m004_forgetting(db: Database) -> None:
    db.executescript("""
        -- What is forgotten is asked for by those that point to it: without these, each row would cost a whole table.
        create index inbox_by_turn on inbox(turn_id) where turn_id is not null;
        create index inbox_by_conversation on inbox(conversation_id) where conversation_id is not null;
        create index outbox_by_message on outbox(message_id) where message_id is not null;
        create index outbox_by_conversation on outbox(conversation_id);
        create index appointments_by_patient on appointments(patient_id);
    """)
