-- When a need was met or withdrawn, so that reports can tell what it was at any time.

alter table need add column met tstzmultirange, add column withdrawn tstzmultirange;

-- What is held of needs doesn't say so: it is read again, and reports wait until it is there.
insert into rebuild_target as held (topic, partition, next_offset)
select topic, partition, next_offset from consumer_position where consumer = 'read-model'
on conflict (topic, partition) do update set next_offset = greatest(held.next_offset, excluded.next_offset);
delete from need;
delete from need_period;
delete from consumer_position where consumer = 'read-model';
