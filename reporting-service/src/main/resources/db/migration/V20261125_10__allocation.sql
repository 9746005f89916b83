-- Who was to be in which session, and whether chance decided; empty until the read model is made anew or they come.
create table allocation (
    id             uuid primary key,
    version        bigint not null,
    event_id       uuid,
    session_id     uuid,
    participant_id uuid,
    method         text,
    seed           bigint
);

create index allocation_event on allocation (event_id, participant_id);
