-- After the event that says ERASED, Kafka gets a row without data, so that compaction drops the key.
alter table outbox alter data drop not null;
alter table outbox add constraint outbox_data check (data is not null or type like '%.erased.v1');

-- Not at once: whoever has lagged should find the event first.
create table tombstone (
    aggregate_id uuid primary key,
    type         text        not null,
    version      bigint      not null,
    -- what was erased or merged, so that this aggregate had to go
    because_of   uuid        not null,
    due_at       timestamptz not null
);

create index tombstone_due_at on tombstone (due_at);
create index tombstone_because_of on tombstone (because_of);
