create table outbox (
    id           bigint generated always as identity primary key,
    aggregate_id uuid        not null,
    type         text        not null,
    version      bigint      not null,
    time         timestamptz not null default now(),
    trace_parent text,
    data         text        not null
);

-- Rows live for milliseconds: what they leave behind is swept early, or finding the oldest row would slow down.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- Wakes the relay when the transaction that wrote commits.
create function outbox_wake() returns trigger language plpgsql as
$$
begin
    perform pg_notify('outbox', '');
    return null;
end
$$;

create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();
