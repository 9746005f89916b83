-- One row for each person, event and wave, answered or not. What was recorded of answers alone goes on as part of it.
alter table follow_up_answer rename to follow_up;
alter index follow_up_answer_updated_at rename to follow_up_updated_at;
alter index follow_up_answer_event rename to follow_up_event;
alter index follow_up_answer_participant rename to follow_up_participant;
alter index follow_up_answer_answered_at rename to follow_up_answered_at;
alter table follow_up alter column answered_at drop not null;
alter table follow_up
    add column status    text not null default 'ANSWERED'
        check (status in ('SCHEDULED', 'SUSPENDED', 'SENT', 'BOUNCED', 'CLOSED', 'ANSWERED')),
    add column obstacle  text check (obstacle in ('EVENT_NOT_HELD', 'NOT_INVOLVED', 'NOT_PLANNED', 'LEFT', 'NO_CONSENT',
                                                  'NO_ADDRESS', 'BOUNCED')),
    add column answer    text check (answer in ('NONE', 'EXCHANGES')),
    add column due_at    timestamptz,
    add column sent_at   timestamptz,
    add column closes_at timestamptz,
    -- about mail, and not part of what is published: how many were asked for, how many of them reminded, whether one is on
    -- its way, and when the next is due (the first when the follow-up is)
    add column mails     integer not null default 0,
    add column reminders integer not null default 0,
    add column asked     boolean not null default false,
    add column mail_at   timestamptz,
    add check ((status = 'ANSWERED') = (answered_at is not null)),
    add check (answer is null or answered_at is not null),
    add check (status = 'ANSWERED' or (due_at is not null and closes_at is not null)),
    add check (status <> 'SENT' or sent_at is not null);
alter table follow_up alter column status drop default;

create index follow_up_mail_due on follow_up ((coalesce(mail_at, due_at)), id)
    where status in ('SCHEDULED', 'SENT') and not asked;
create index follow_up_closing on follow_up (closes_at, id)
    where status in ('SCHEDULED', 'SUSPENDED', 'SENT', 'BOUNCED');

-- When people are asked after an event, if not when they are by default.
create table follow_up_plan (
    event_id uuid primary key,
    days     integer[] not null check (cardinality(days) between 0 and 12)
);

-- The secrets of links: several may lead to one follow-up.
create table follow_up_token (
    hash         bytea primary key,
    follow_up_id uuid not null references follow_up on delete cascade,
    created_at   timestamptz not null default now()
);

create index follow_up_token_follow_up on follow_up_token (follow_up_id);

-- Whom the participant had exchanges with, in their own words, as long as these can be changed.
create table follow_up_choice (
    follow_up_id   uuid    not null references follow_up on delete cascade,
    participant_id uuid    not null,
    type           text,
    started_at     timestamptz,
    need_id        uuid,
    -- no longer, but it was once answered so
    dropped        boolean not null,
    exchange_id    uuid,
    primary key (follow_up_id, participant_id)
);

create index follow_up_choice_participant on follow_up_choice (participant_id);
create index follow_up_choice_need on follow_up_choice (need_id) where need_id is not null;

-- What is known here of others, as far as it decides who is asked when. An id without more is what is left of what was erased.
create table followed_event (
    event_id uuid primary key,
    version  bigint  not null,
    held     boolean not null,
    title    text,
    ends_at  timestamptz
);

create table involvement (
    source_id      uuid primary key,
    version        bigint  not null,
    event_id       uuid,
    participant_id uuid,
    -- whether it makes somebody one to be asked, and whether it says that they were there
    counts         boolean not null,
    came           boolean not null
);

create index involvement_event on involvement (event_id, participant_id) where counts;
create index involvement_participant on involvement (participant_id, event_id);

create table meeting (
    encounter_id     uuid primary key,
    version          bigint not null,
    event_id         uuid,
    participant_a_id uuid,
    participant_b_id uuid
);

create index meeting_a on meeting (participant_a_id, event_id);
create index meeting_b on meeting (participant_b_id, event_id);

create table contact (
    participant_id uuid primary key,
    version        bigint  not null,
    gone           boolean not null,
    may_contact    boolean not null,
    left_at        timestamptz,
    unreachable    text check (unreachable in ('NO_ADDRESS', 'BOUNCED'))
);

create table follow_up_mail (
    invitation_id uuid primary key,
    version       bigint      not null,
    follow_up_id  uuid        not null,
    sent          boolean     not null,
    settled_at    timestamptz not null,
    pending       boolean     not null
);

create index follow_up_mail_pending on follow_up_mail (settled_at) where pending;

-- Events and people of whom something has changed that may decide who is asked when.
create table follow_up_check (
    kind       text        not null check (kind in ('event', 'participant')),
    id         uuid        not null,
    noticed_at timestamptz not null default now(),
    primary key (kind, id)
);

create index follow_up_check_noticed_at on follow_up_check (noticed_at);
