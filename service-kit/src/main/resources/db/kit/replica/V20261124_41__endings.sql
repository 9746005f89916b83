-- What took the place of a thing that its owner merged into another.
alter table reference_replica add column successor uuid;

create index reference_replica_merged on reference_replica (kind, id) where successor is not null;

-- What owners erased, or merged into a successor, until whatever names it here has followed; kept to tell what was done.
create table reference_ending (
    kind        text        not null,
    id          uuid        not null,
    successor   uuid,
    noticed_at  timestamptz not null default now(),
    attempts    integer     not null default 0,
    followed_at timestamptz,
    -- how many of each collection had to go
    erased      jsonb,
    primary key (kind, id)
);

create index reference_ending_open on reference_ending (attempts, noticed_at) where followed_at is null;
create index reference_ending_id on reference_ending (id);

create function reference_ending_wake() returns trigger language plpgsql as
$$
begin
    perform pg_notify('reference_ending', '');
    return null;
end
$$;

create trigger reference_ending_wake after insert or update of noticed_at on reference_ending
    for each statement execute function reference_ending_wake();
