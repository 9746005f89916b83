alter table exchange
    add column incentives      text[],
    add column introduction_id uuid,
    add check (type in ('CONTACT', 'ADVICE', 'RESOURCE', 'JOINT_ACTIVITY', 'JOINT_PRODUCT', 'FUNDING', 'AGREEMENT')),
    add check (prior_tie in ('NONE', 'AWARE', 'ACQUAINTED', 'COLLABORATED')),
    add check (reported_by in (participant_a_id, participant_b_id));

create index exchange_introduction on exchange (introduction_id) where introduction_id is not null;

-- What the two have said of it, each answer of each; the last of a side counts.
create table exchange_confirmation (
    exchange_id    uuid        not null references exchange on delete cascade,
    position       integer     not null,
    participant_id uuid        not null,
    answer         text        not null check (answer in ('CONFIRMED', 'DISPUTED')),
    at             timestamptz not null,
    -- what it was and since when, as this side says
    type           text check (type in ('CONTACT', 'ADVICE', 'RESOURCE', 'JOINT_ACTIVITY', 'JOINT_PRODUCT', 'FUNDING', 'AGREEMENT')),
    started_at     timestamptz,
    primary key (exchange_id, position)
);

-- The rungs that it has climbed; since when is unknown where nobody said.
create table exchange_type_step (
    exchange_id uuid    not null references exchange on delete cascade,
    position    integer not null,
    type        text    not null check (type in ('CONTACT', 'ADVICE', 'RESOURCE', 'JOINT_ACTIVITY', 'JOINT_PRODUCT', 'FUNDING', 'AGREEMENT')),
    since       timestamptz,
    primary key (exchange_id, position)
);

insert into exchange_type_step (exchange_id, position, type, since)
select id, 0, type, started_at from exchange where type is not null;
