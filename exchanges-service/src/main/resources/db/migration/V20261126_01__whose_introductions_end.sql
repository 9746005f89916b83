-- Whether they were merged or erased, what ends or moves their introductions otherwise.
alter table profile_sharing add column gone boolean not null default false;

-- One reading for what introductions and follow-ups note of others; it begins anew, which changes nothing.
delete from consumer_position where consumer in ('introduction-facts', 'follow-ups');
