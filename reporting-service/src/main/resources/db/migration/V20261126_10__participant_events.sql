-- At which events each participant was recorded: those attended, and those that the participant was to attend and did not.
-- It follows from attendances and registrations, and is kept because every report asks it of everybody: a row per person is
-- read in a fraction of the time that it takes to bring the records of a person together.
create table participant_events (
    participant_id uuid primary key,
    attended       uuid[] not null,
    absent         uuid[] not null
);

insert into participant_events
select participant_id,
       coalesce(array_agg(event_id order by event_id) filter (where attended), '{}'),
       coalesce(array_agg(event_id order by event_id) filter (where not attended), '{}')
  from (select participant_id, event_id, bool_or(attended) as attended
          from (select participant_id, event_id, status in ('PRESENT', 'PARTIAL') as attended
                  from attendance where participant_id is not null
                union all
                select participant_id, event_id, false from registration where status = 'CONFIRMED') recorded
         group by participant_id, event_id) events
 group by participant_id;
