create table introduction (
    id               uuid primary key,
    version          bigint      not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    participant_a_id uuid        not null,
    participant_b_id uuid        not null,
    event_id         uuid,
    need_id          uuid,
    offer_id         uuid,
    topic            text,
    reason           text,
    status           text        not null check (status in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'MET', 'EXPIRED')),
    proposed_at      timestamptz not null,
    expires_at       timestamptz not null,
    met_at           timestamptz,
    a_answer         text check (a_answer in ('ACCEPTED', 'DECLINED')),
    a_answered_at    timestamptz,
    b_answer         text check (b_answer in ('ACCEPTED', 'DECLINED')),
    b_answered_at    timestamptz,
    check (participant_a_id < participant_b_id),
    check ((met_at is not null) = (status = 'MET')),
    check ((a_answer is null) = (a_answered_at is null)),
    check ((b_answer is null) = (b_answered_at is null)),
    constraint introduction_unique unique nulls not distinct (participant_a_id, participant_b_id, event_id, need_id, offer_id)
);

create index introduction_updated_at on introduction (updated_at, id);
create index introduction_participant_a on introduction (participant_a_id, id);
create index introduction_participant_b on introduction (participant_b_id, id);
create index introduction_event on introduction (event_id, id);
create index introduction_need on introduction (need_id, id);
create index introduction_offer on introduction (offer_id, id);
create index introduction_proposed_at on introduction (proposed_at, id);
create index introduction_open on introduction (expires_at) where status in ('PROPOSED', 'ACCEPTED');

-- The two of an introduction have met, as events-service tells; until that is noted in the introduction.
create table introduction_met (
    introduction_id uuid primary key references introduction on delete cascade,
    met_at          timestamptz not null
);

-- Who lets others see their profile, as participants-service tells.
create table profile_sharing (
    participant_id uuid primary key,
    version        bigint  not null,
    shared         boolean not null,
    -- whether their introductions are still to be ended because they do not any more
    pending        boolean not null
);

create index profile_sharing_pending on profile_sharing (participant_id) where pending;

-- Whose a need or an offer is, as participants-service tells; nobody's once it is erased.
create table holder (
    id             uuid primary key,
    version        bigint not null,
    participant_id uuid
);
