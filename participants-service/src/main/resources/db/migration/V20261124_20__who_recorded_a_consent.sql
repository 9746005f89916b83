-- Who put a consent, and its withdrawal, on record. Rows are never removed, and nothing in them changes but that a consent is
-- withdrawn, once. What is written by hand is on record as the database's user.
alter table consent
    add column recorded_at timestamptz not null default now(),
    add column recorded_by text not null default current_user,
    add column withdrawal_recorded_at timestamptz,
    add column withdrawal_recorded_by text;

-- of what is there, it is only known by when it had been recorded
update consent c
   set recorded_at = p.updated_at,
       recorded_by = 'unknown',
       withdrawal_recorded_at = case when withdrawn_at is not null then p.updated_at end,
       withdrawal_recorded_by = case when withdrawn_at is not null then 'unknown' end
  from participant p
 where p.id = c.participant_id;

alter table consent
    add constraint consent_withdrawal_recorded
        check (num_nonnulls(withdrawn_at, withdrawal_recorded_at, withdrawal_recorded_by) in (0, 3));
