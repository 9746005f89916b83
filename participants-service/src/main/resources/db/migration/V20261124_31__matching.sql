-- A popular topic has a hundred thousand offers. Matches are read in the order of their rank, so what decides on it
-- stands beside them, kept by the database whoever writes: the language (its primary subtag, '' if unknown), and whether
-- the participant may be shown to others at all. Readers check that again, since consents and memberships also end by
-- themselves.
alter table need
    add column language text collate "C" not null default '',
    add column shared boolean not null default false;

alter table offer
    add column language text collate "C" not null default '',
    add column shared boolean not null default false;

create view participant_in_matching as
select id, lower(split_part(coalesce(language, ''), '-', 1)) collate "C" as language,
       status = 'ACTIVE'
           and coalesce(left_at > now(), true)
           and exists (select from consent c
                        where c.participant_id = p.id
                          and c.purpose = 'PROFILE_SHARING'
                          and coalesce(c.withdrawn_at > now(), true)) as shared
  from participant p;

-- The lock makes a change of the participant wait, or this wait for it: neither then misses the other.
create function rank_for_matching() returns trigger language plpgsql as
$$
begin
    select p.language, p.shared into new.language, new.shared
      from participant_in_matching p where p.id = new.participant_id for share;
    return new;
end
$$;

create trigger need_rank before insert on need for each row execute function rank_for_matching();
create trigger offer_rank before insert on offer for each row execute function rank_for_matching();
create trigger need_rank_again before update on need for each row
    when (new.participant_id <> old.participant_id) execute function rank_for_matching();
create trigger offer_rank_again before update on offer for each row
    when (new.participant_id <> old.participant_id) execute function rank_for_matching();

create function rank_all_of(changed_id uuid) returns void language sql as
$$
    update need n set language = p.language, shared = p.shared
      from participant_in_matching p
     where p.id = changed_id and n.participant_id = changed_id
       and (n.language, n.shared) is distinct from (p.language, p.shared);
    update offer o set language = p.language, shared = p.shared
      from participant_in_matching p
     where p.id = changed_id and o.participant_id = changed_id
       and (o.language, o.shared) is distinct from (p.language, p.shared);
$$;

create function rank_all_of_participant() returns trigger language plpgsql as
$$
begin
    perform rank_all_of(new.id);
    return null;
end
$$;

create function rank_all_of_consenter() returns trigger language plpgsql as
$$
begin
    perform rank_all_of(coalesce(new.participant_id, old.participant_id));
    return null;
end
$$;

-- At commit, when all consents of a participant are written.
create constraint trigger participant_ranks after update on participant deferrable initially deferred for each row
    when ((new.language, new.status, new.left_at) is distinct from (old.language, old.status, old.left_at))
    execute function rank_all_of_participant();
create constraint trigger consent_given_ranks after insert on consent deferrable initially deferred for each row
    when (new.purpose = 'PROFILE_SHARING') execute function rank_all_of_consenter();
create constraint trigger consent_changed_ranks after update on consent deferrable initially deferred for each row
    when ('PROFILE_SHARING' in (new.purpose, old.purpose)) execute function rank_all_of_consenter();
create constraint trigger consent_removed_ranks after delete on consent deferrable initially deferred for each row
    when (old.purpose = 'PROFILE_SHARING') execute function rank_all_of_consenter();

update need n set language = p.language, shared = p.shared
  from participant_in_matching p where p.id = n.participant_id;
update offer o set language = p.language, shared = p.shared
  from participant_in_matching p where p.id = o.participant_id;

create index need_matching on need (topic, coalesce(kind, ''), language, id) where shared and status = 'OPEN';
create index offer_matching on offer (topic, coalesce(kind, ''), language, id) where shared;
