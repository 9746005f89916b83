-- Who is to be in which session, by whose choice or by which seed.
create table allocation (
    id             uuid primary key,
    version        bigint      not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    event_id       uuid        not null references event,
    session_id     uuid        not null references session,
    participant_id uuid        not null,
    method         text        not null check (method in ('ASSIGNED', 'RANDOMISED')),
    seed           bigint,
    check ((method = 'RANDOMISED') = (seed is not null)),
    constraint allocation_unique unique (session_id, participant_id)
);

create index allocation_updated_at on allocation (updated_at, id);
create index allocation_event on allocation (event_id, id);
create index allocation_session on allocation (session_id, id);
create index allocation_participant on allocation (participant_id, id);
