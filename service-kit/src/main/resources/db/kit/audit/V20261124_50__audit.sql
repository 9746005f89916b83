-- Who changed what and when, written in the transaction of the change. No entry is changed afterwards, except that the
-- values in it go when the person whom they tell of is erased.
create table audit (
    id           bigint generated always as identity,
    time         timestamptz not null default now(),
    actor        text        not null,
    roles        text[]      not null,
    kind         text        not null,
    action       text        not null,
    aggregate_id uuid        not null,
    version      bigint      not null,
    changes      jsonb,
    primary key (time, id)
);

create index audit_kind on audit (kind, time, id);
create index audit_actor on audit (actor, time, id);
create index audit_aggregate on audit (aggregate_id);
