create table outbox (
    id           bigint generated always as identity primary key,
    aggregate_id uuid        not null,
    type         text        not null,
    version      bigint      not null,
    time         timestamptz not null default now(),
    trace_parent text,
    data         text        not null
);

-- Wakes the relay when the transaction that wrote commits.
create function outbox_wake() returns trigger language plpgsql as
$$
begin
    perform pg_notify('outbox', '');
    return null;
end
$$;

create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();
