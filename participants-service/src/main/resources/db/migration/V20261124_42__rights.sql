-- A merged participant keeps its record, so that its e-mail address still leads to the person and its rows in files are
-- known; an erased one keeps nothing but its id.
alter table participant
    alter column given_name drop not null,
    alter column family_name drop not null,
    add column merged_into uuid references participant,
    add constraint participant_named check (status = 'ERASED' or num_nonnulls(given_name, family_name) = 2),
    add constraint participant_merged check ((status = 'MERGED') = (merged_into is not null)),
    add constraint participant_erased check (
        status <> 'ERASED' or num_nonnulls(given_name, family_name, email, country, language, orcid, left_at) = 0);

create index participant_merged_into on participant (merged_into) where merged_into is not null;

-- Two who were the same person may share what identifies that person.
alter table participant drop constraint participant_email_unique, drop constraint participant_orcid_unique;

create unique index participant_email_unique
    on participant (email, (case when merged_into is not null then id end)) nulls not distinct where email is not null;
create unique index participant_orcid_unique
    on participant (orcid, (case when merged_into is not null then id end)) nulls not distinct where orcid is not null;

-- What remains of an erasure: that it was done. Those merged into a participant are erased along.
create table erasure (
    participant_id uuid primary key references participant,
    survivor_id    uuid        not null references participant,
    erased_at      timestamptz not null,
    erased_by      text        not null,
    reason         text        not null check (reason in ('REQUEST', 'RETENTION'))
);

create index erasure_survivor on erasure (survivor_id);

create table erasure_count (
    participant_id uuid    not null references erasure,
    collection     text    not null,
    erased         integer not null,
    primary key (participant_id, collection)
);
