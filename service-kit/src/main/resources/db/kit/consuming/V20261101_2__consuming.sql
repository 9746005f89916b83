-- How far each consumer has come; written in the transaction of what it did with the events.
create table consumer_position (
    consumer    text    not null,
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (consumer, topic, partition)
);

create table dead_letter (
    id            bigint generated always as identity primary key,
    consumer      text        not null,
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    record_key    bytea,
    record_value  bytea,
    headers       jsonb       not null,
    reason        text        not null,
    received_at   timestamptz not null default now(),
    unique (consumer, topic, partition, record_offset)
);
