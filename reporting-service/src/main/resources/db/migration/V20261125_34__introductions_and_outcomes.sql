create table introduction (
    id               uuid primary key,
    version          bigint not null,
    participant_a_id uuid,
    participant_b_id uuid,
    event_id         uuid,
    need_id          uuid,
    status           text,
    met_at           timestamptz
);

create index introduction_event on introduction (event_id, participant_a_id, participant_b_id);
create index introduction_pair on introduction (participant_a_id, participant_b_id);
create index introduction_participant_b on introduction (participant_b_id);

create table outcome (
    id          uuid primary key,
    version     bigint not null,
    exchange_id uuid,
    level       text,
    observed_at timestamptz,
    evidence    boolean
);

create index outcome_exchange on outcome (exchange_id);
