create table exchange (
    id               uuid primary key,
    version          bigint      not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    participant_a_id uuid        not null,
    participant_b_id uuid        not null,
    type             text,
    status           text        not null check (status in ('PROPOSED', 'ACTIVE', 'COMPLETED', 'DECLINED', 'LAPSED')),
    started_at       timestamptz,
    initiated_by     uuid check (initiated_by in (participant_a_id, participant_b_id)),
    origin_event_id  uuid,
    need_id          uuid,
    prior_tie        text,
    reported_by      uuid,
    check (participant_a_id < participant_b_id)
);

create index exchange_updated_at on exchange (updated_at, id);
create index exchange_participant_a on exchange (participant_a_id, id);
create index exchange_participant_b on exchange (participant_b_id, id);
create index exchange_origin_event on exchange (origin_event_id, id);
create index exchange_need on exchange (need_id, id);

create table community_activity (
    id             uuid primary key,
    version        bigint      not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    event_id       uuid        not null,
    participant_id uuid        not null,
    channel        text,
    at             timestamptz not null,
    constraint community_activity_unique unique nulls not distinct (event_id, participant_id, channel, at)
);

create index community_activity_updated_at on community_activity (updated_at, id);
create index community_activity_event on community_activity (event_id, id);
create index community_activity_participant on community_activity (participant_id, id);
create index community_activity_at on community_activity (at, id);

create table follow_up_answer (
    id             uuid primary key,
    version        bigint      not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    event_id       uuid        not null,
    participant_id uuid        not null,
    days           integer     not null check (days > 0),
    answered_at    timestamptz not null,
    constraint follow_up_answer_unique unique (event_id, participant_id, days)
);

create index follow_up_answer_updated_at on follow_up_answer (updated_at, id);
create index follow_up_answer_event on follow_up_answer (event_id, id);
create index follow_up_answer_participant on follow_up_answer (participant_id, id);
create index follow_up_answer_answered_at on follow_up_answer (answered_at, id);
