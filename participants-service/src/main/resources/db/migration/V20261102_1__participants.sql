create table organisation (
    id         uuid primary key,
    version    bigint      not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    name       text        not null check (name <> ''),
    type       text check (type in ('10', '15', '21', '22', '23', '30', '40', '60', '70', '80', '90')),
    country    text check (country ~ '^[A-Z]{2}$'),
    ror_id     text,
    website    text
);

create index organisation_updated_at on organisation (updated_at, id);
create index organisation_created_at on organisation (created_at, id);
create index organisation_name on organisation using gin (lower(name) gin_trgm_ops);

create table topic (
    id         uuid primary key,
    version    bigint      not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    code       text        not null constraint topic_code_unique unique,
    label      text        not null,
    broader    text references topic (code) deferrable initially deferred,
    check (broader <> code)
);

create index topic_updated_at on topic (updated_at, id);
create index topic_broader on topic (broader);

create table participant (
    id          uuid primary key,
    version     bigint      not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    given_name  text        not null,
    family_name text        not null,
    email       text constraint participant_email_unique unique check (email = lower(email)),
    country     text check (country ~ '^[A-Z]{2}$'),
    language    text,
    orcid       text constraint participant_orcid_unique unique,
    status      text        not null check (status in ('ACTIVE', 'MERGED', 'ERASED')),
    left_at     timestamptz
);

create index participant_updated_at on participant (updated_at, id);
create index participant_created_at on participant (created_at, id);
create index participant_country on participant (country, id);
create index participant_name on participant using gin (lower(given_name || ' ' || family_name) gin_trgm_ops);

create table affiliation (
    participant_id  uuid    not null references participant,
    position        integer not null,
    organisation_id uuid    not null references organisation,
    role            text,
    from_date       date,
    to_date         date,
    primary key (participant_id, position),
    check (to_date >= from_date)
);

create index affiliation_organisation on affiliation (organisation_id, participant_id);

create table consent (
    participant_id uuid        not null references participant,
    position       integer     not null,
    purpose        text        not null check (purpose in ('CONTACT', 'PROFILE_SHARING', 'RESEARCH')),
    text_version   text,
    given_at       timestamptz not null,
    withdrawn_at   timestamptz,
    primary key (participant_id, position),
    check (withdrawn_at >= given_at)
);

create table need (
    id             uuid primary key,
    version        bigint      not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    participant_id uuid        not null references participant,
    topic          text        not null references topic (code) on update cascade,
    kind           text,
    description    text,
    declared_at    timestamptz not null,
    status         text        not null check (status in ('OPEN', 'MET', 'WITHDRAWN'))
);

create index need_updated_at on need (updated_at, id);
create index need_participant on need (participant_id, id);
create index need_topic on need (topic, id);

create table need_assessment (
    need_id     uuid        not null references need,
    position    integer     not null,
    assessed_at timestamptz not null,
    specificity integer     not null check (specificity between 0 and 4),
    urgency     integer     not null check (urgency between 0 and 4),
    authority   integer     not null check (authority between 0 and 4),
    benefit     integer     not null check (benefit between 0 and 4),
    primary key (need_id, position)
);

create table need_status_change (
    need_id  uuid        not null references need,
    position integer     not null,
    status   text        not null check (status in ('OPEN', 'MET', 'WITHDRAWN')),
    at       timestamptz not null,
    primary key (need_id, position)
);

create table offer (
    id             uuid primary key,
    version        bigint      not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    participant_id uuid        not null references participant,
    topic          text        not null references topic (code) on update cascade,
    kind           text,
    description    text,
    available_from timestamptz,
    available_to   timestamptz,
    check (available_to >= available_from)
);

create index offer_updated_at on offer (updated_at, id);
create index offer_participant on offer (participant_id, id);
create index offer_topic on offer (topic, id);
