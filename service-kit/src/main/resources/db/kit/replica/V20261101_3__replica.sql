-- What other services own, as far as this one must know: ids and codes only.
create table reference_replica (
    kind             text   not null,
    id               uuid   not null,
    version          bigint not null,
    gone             boolean not null,
    organisation_ids uuid[] not null,
    primary key (kind, id)
);

create index reference_replica_organisations on reference_replica using gin (organisation_ids);
