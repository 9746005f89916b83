-- Whom an address reaches, as far as it tells: without what comes after a plus, and without the dots that Gmail ignores.
create function reached_by(email text) returns text
    language sql immutable strict parallel safe
    return case
        when split_part(email, '@', 2) in ('gmail.com', 'googlemail.com')
            then replace(split_part(split_part(email, '@', 1), '+', 1), '.', '') || '@gmail.com'
        else split_part(split_part(email, '@', 1), '+', 1) || '@' || split_part(email, '@', 2)
    end;

create index participant_reached_by on participant (reached_by(email)) where status = 'ACTIVE' and email is not null;

-- Pairs that somebody has looked at and found to be two.
create table distinct_pair (
    one_id       uuid        not null references participant,
    other_id     uuid        not null references participant,
    dismissed_at timestamptz not null default now(),
    dismissed_by text        not null,
    primary key (one_id, other_id),
    check (one_id < other_id)
);

create index distinct_pair_other on distinct_pair (other_id);
