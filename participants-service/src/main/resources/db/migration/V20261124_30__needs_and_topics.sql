-- The exchange that met a need, as long as it is met.
alter table need
    add column met_by_exchange_id uuid,
    add check (met_by_exchange_id is null or status = 'MET');

-- What exchanges-service tells of exchanges, as far as needs are concerned.
create table exchange_of_need (
    exchange_id       uuid primary key,
    version           bigint  not null,
    -- null once it is erased
    participant_a_id  uuid,
    participant_b_id  uuid,
    need_id           uuid,
    -- since when it is completed, as far as known here
    completed_at      timestamptz,
    changed_at        timestamptz not null,
    -- the need that it was heeded for, so that it is heeded once
    heeded_need_id    uuid,
    pending           boolean not null
);

create index exchange_of_need_need on exchange_of_need (need_id) where need_id is not null;

create index exchange_of_need_pending on exchange_of_need (exchange_id) where pending;

-- Codes of topics can change, and topics be merged: whoever names the old code follows in the same transaction.
alter table topic add column merged_into_id uuid references topic;

create table topic_former_code (
    code     text primary key,
    topic_id uuid not null references topic
);

create index topic_former_code_topic on topic_former_code (topic_id);

alter table need
    drop constraint need_topic_fkey,
    add constraint need_topic_fkey foreign key (topic) references topic (code) deferrable initially deferred,
    add column recoded boolean not null default false;

alter table offer
    drop constraint offer_topic_fkey,
    add constraint offer_topic_fkey foreign key (topic) references topic (code) deferrable initially deferred,
    add column recoded boolean not null default false;

-- Those whose new code is still to be published.
create index need_recoded on need (id) where recoded;
create index offer_recoded on offer (id) where recoded;
