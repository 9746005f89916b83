-- What an exchange led to. It names the two of the exchange, to follow them by itself.
create table outcome (
    id               uuid primary key,
    version          bigint      not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    exchange_id      uuid        not null references exchange deferrable initially deferred,
    participant_a_id uuid        not null,
    participant_b_id uuid        not null,
    level            text        not null check (level in ('REACTION', 'LEARNING', 'BEHAVIOUR', 'RESULTS')),
    text             text check (length(text) <= 4000),
    evidence_url     text check (evidence_url ~* '^https?://'),
    observed_at      timestamptz,
    check (participant_a_id < participant_b_id)
);

create index outcome_updated_at on outcome (updated_at, id);
create index outcome_exchange on outcome (exchange_id, id);
create index outcome_participant_a on outcome (participant_a_id, id);
create index outcome_participant_b on outcome (participant_b_id, id);
