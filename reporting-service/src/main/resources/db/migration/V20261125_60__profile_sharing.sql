-- When consent to share one's profile held: whoever gives it may be suggested to others at an event.
alter table participant add column profile_sharing_consent tstzmultirange;

-- What the events said of it was not kept, so they are read again from the beginning, as after a call for a rebuild; until
-- the consumer is where it was, reports wait. Nothing of this happens to a database that has not consumed any yet.
insert into rebuild_target as held (topic, partition, next_offset)
select topic, partition, next_offset from consumer_position where consumer = 'read-model'
on conflict (topic, partition) do update set next_offset = greatest(held.next_offset, excluded.next_offset);

delete from organisation;
delete from participant;
delete from topic;
delete from need;
delete from need_period;
delete from offer;
delete from programme;
delete from project;
delete from event;
delete from session;
delete from registration;
delete from attendance;
delete from encounter;
delete from commitment;
delete from exchange;
delete from community_activity;
delete from follow_up;
delete from dead_letter where consumer = 'read-model';
delete from consumer_position where consumer = 'read-model';

