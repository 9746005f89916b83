-- What other services own, as far as this one must know: ids and codes only.
create table reference_replica (
    kind    text    not null,
    id      uuid    not null,
    version bigint  not null,
    gone    boolean not null,
    primary key (kind, id)
);

-- Who belongs to which organisation, and until which day, so that a membership ends by itself.
create table reference_membership (
    member_id       uuid    not null,
    position        integer not null,
    organisation_id uuid    not null,
    last_day        date,
    primary key (member_id, position)
);

create index reference_membership_organisation on reference_membership (organisation_id, member_id);
