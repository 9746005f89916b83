-- The read model: the newest state of every aggregate, as far as reports need it. Facts arrive in any order, so nothing
-- refers to anything; an erased aggregate keeps its id and version alone, so that older events of it stay without
-- effect. Whatever joins on a column that an erasure emptied finds nothing: no query has to ask.

create table organisation (
    id      uuid primary key,
    version bigint not null,
    type    text,
    country text,
    ror_id  text
);

create table participant (
    id               uuid primary key,
    version          bigint not null,
    status           text,
    country          text,
    left_at          timestamptz,
    -- when consent to research held
    research_consent tstzmultirange,
    organisations    jsonb
);

create table topic (
    id      uuid primary key,
    version bigint not null,
    code    text,
    label   text,
    broader text
);

create table need (
    id                 uuid primary key,
    version            bigint not null,
    participant_id     uuid,
    topic              text,
    kind               text,
    declared_at        timestamptz,
    status             text,
    met_by_exchange_id uuid
);

create index need_participant on need (participant_id, declared_at);

-- The times at which a need was open, each with the assessment that was the latest then; so what was needed at the start
-- of an event is one join, and no later edit changes it.
create table need_period (
    need_id        uuid      not null,
    participant_id uuid      not null,
    topic          text      not null,
    during         tstzrange not null,
    specificity    smallint,
    urgency        smallint,
    authority      smallint,
    benefit        smallint
);

create index need_period_need on need_period (need_id);
create index need_period_participant on need_period (participant_id);

create table offer (
    id             uuid primary key,
    version        bigint not null,
    participant_id uuid,
    topic          text,
    kind           text,
    available      tstzrange
);

create index offer_participant on offer (participant_id);

create table programme (
    id      uuid primary key,
    version bigint not null,
    title   text
);

create table project (
    id           uuid primary key,
    version      bigint not null,
    programme_id uuid,
    title        text,
    starts_at    timestamptz,
    ends_at      timestamptz,
    funder_id    uuid
);

create table event (
    id              uuid primary key,
    version         bigint not null,
    programme_id    uuid,
    project_id      uuid,
    title           text,
    format          text,
    attendance_mode text,
    country         text,
    time_zone       text,
    starts_at       timestamptz,
    ends_at         timestamptz,
    capacity        integer,
    status          text,
    incentives      text[]
);

create index event_programme on event (programme_id);
create index event_project on event (project_id);
create index event_starts_at on event (starts_at);

create table session (
    id         uuid primary key,
    version    bigint not null,
    event_id   uuid,
    title      text,
    type       text,
    starts_at  timestamptz,
    ends_at    timestamptz,
    allocation text
);

create index session_event on session (event_id);

create table registration (
    id             uuid primary key,
    version        bigint not null,
    event_id       uuid,
    participant_id uuid,
    status         text,
    registered_at  timestamptz,
    incentive      text
);

create index registration_event on registration (event_id, participant_id) include (status, incentive);
create index registration_participant on registration (participant_id);

create table attendance (
    id             uuid primary key,
    version        bigint not null,
    event_id       uuid,
    session_id     uuid,
    participant_id uuid,
    status         text,
    method         text,
    checked_in_at  timestamptz,
    checked_out_at timestamptz
);

create index attendance_event on attendance (event_id, participant_id) include (status);
create index attendance_participant on attendance (participant_id, event_id) include (status);

create table encounter (
    id               uuid primary key,
    version          bigint not null,
    event_id         uuid,
    participant_a_id uuid,
    participant_b_id uuid,
    met_at           timestamptz,
    duration_seconds integer,
    source           text
);

create index encounter_event on encounter (event_id, participant_a_id, participant_b_id);

create table commitment (
    id             uuid primary key,
    version        bigint not null,
    event_id       uuid,
    participant_id uuid,
    counterpart_id uuid,
    stated_at      timestamptz
);

create index commitment_event on commitment (event_id, participant_id);

create table exchange (
    id               uuid primary key,
    version          bigint not null,
    participant_a_id uuid,
    participant_b_id uuid,
    type             text,
    status           text,
    started_at       timestamptz,
    initiated_by     uuid,
    origin_event_id  uuid,
    need_id          uuid,
    prior_tie        text,
    reported_by      uuid,
    -- since when both sides have confirmed it
    confirmed_at     timestamptz
);

create index exchange_participant_a on exchange (participant_a_id, participant_b_id, started_at);
create index exchange_participant_b on exchange (participant_b_id, started_at);

create table community_activity (
    id             uuid primary key,
    version        bigint not null,
    event_id       uuid,
    participant_id uuid,
    channel        text,
    at             timestamptz
);

create index community_activity_event on community_activity (event_id, participant_id);

create table follow_up (
    id             uuid primary key,
    version        bigint not null,
    event_id       uuid,
    participant_id uuid,
    days           integer,
    answered_at    timestamptz
);

create index follow_up_event on follow_up (event_id, participant_id, answered_at);

-- How far the consumer had come when a rebuild began: until it is there again, the read model is not whole.
create table rebuild_target (
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (topic, partition)
);
