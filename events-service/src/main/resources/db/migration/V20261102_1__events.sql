create table programme (
    id         uuid primary key,
    version    bigint      not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    title      text        not null
);

create index programme_updated_at on programme (updated_at, id);

create table project (
    id           uuid primary key,
    version      bigint      not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    programme_id uuid        not null references programme,
    title        text        not null,
    purpose      text,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    funder_id    uuid,
    check (ends_at >= starts_at)
);

create index project_updated_at on project (updated_at, id);
create index project_programme on project (programme_id, id);
create index project_funder on project (funder_id, id);

create table event (
    id              uuid primary key,
    version         bigint      not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    programme_id    uuid references programme,
    project_id      uuid references project,
    title           text        not null,
    purpose         text,
    format          text,
    attendance_mode text,
    country         text check (country ~ '^[A-Z]{2}$'),
    city            text,
    time_zone       text,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    capacity        integer check (capacity >= 0),
    status          text        not null check (status in ('DRAFT', 'SCHEDULED', 'HELD', 'CANCELLED', 'POSTPONED')),
    check (ends_at >= starts_at)
);

create index event_updated_at on event (updated_at, id);
create index event_starts_at on event (starts_at, id);
create index event_programme on event (programme_id, id);
create index event_project on event (project_id, id);

create table event_incentive (
    event_id    uuid    not null references event,
    position    integer not null,
    type        text    not null,
    description text,
    beneficiary text,
    primary key (event_id, position)
);

create table session (
    id         uuid primary key,
    version    bigint      not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    event_id   uuid        not null references event,
    title      text        not null,
    type       text,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    allocation text,
    check (ends_at >= starts_at)
);

create index session_updated_at on session (updated_at, id);
create index session_event on session (event_id, id);

create table registration (
    id             uuid primary key,
    version        bigint      not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    event_id       uuid        not null references event,
    participant_id uuid        not null,
    status         text        not null
        check (status in ('APPLIED', 'WAITLISTED', 'CONFIRMED', 'CANCELLED', 'REJECTED', 'WITHDRAWN')),
    registered_at  timestamptz,
    incentive      text,
    constraint registration_unique unique (event_id, participant_id)
);

create index registration_updated_at on registration (updated_at, id);
create index registration_event on registration (event_id, id);
create index registration_participant on registration (participant_id, id);

create table attendance (
    id             uuid primary key,
    version        bigint      not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    event_id       uuid        not null references event,
    session_id     uuid references session,
    participant_id uuid        not null,
    status         text        not null check (status in ('PRESENT', 'PARTIAL', 'EXCUSED', 'NO_SHOW', 'UNKNOWN')),
    method         text,
    checked_in_at  timestamptz,
    checked_out_at timestamptz,
    constraint attendance_unique unique nulls not distinct (event_id, session_id, participant_id)
);

create index attendance_updated_at on attendance (updated_at, id);
create index attendance_event on attendance (event_id, id);
create index attendance_session on attendance (session_id, id);
create index attendance_participant on attendance (participant_id, id);

create table encounter (
    id               uuid primary key,
    version          bigint      not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    event_id         uuid        not null references event,
    participant_a_id uuid        not null,
    participant_b_id uuid        not null,
    met_at           timestamptz not null,
    duration_seconds integer check (duration_seconds >= 0),
    source           text,
    check (participant_a_id < participant_b_id),
    constraint encounter_unique unique (event_id, participant_a_id, participant_b_id, met_at)
);

create index encounter_updated_at on encounter (updated_at, id);
create index encounter_event on encounter (event_id, id);
create index encounter_participant_a on encounter (participant_a_id, id);
create index encounter_participant_b on encounter (participant_b_id, id);
create index encounter_met_at on encounter (met_at, id);

create table commitment (
    id             uuid primary key,
    version        bigint      not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    event_id       uuid        not null references event,
    participant_id uuid        not null,
    counterpart_id uuid,
    stated_at      timestamptz not null,
    check (counterpart_id <> participant_id),
    constraint commitment_unique unique nulls not distinct (event_id, participant_id, counterpart_id)
);

create index commitment_updated_at on commitment (updated_at, id);
create index commitment_event on commitment (event_id, id);
create index commitment_participant on commitment (participant_id, id);
create index commitment_counterpart on commitment (counterpart_id, id);
