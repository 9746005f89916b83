-- Who may register: whom the organisers register, who applies and is approved, or whoever comes first.
alter table event add column registration_mode text not null default 'INVITATION'
    check (registration_mode in ('INVITATION', 'APPROVAL', 'OPEN'));

-- Events that may have been held without anybody saying so.
create index event_ended on event (ends_at) where status = 'SCHEDULED';

create index attendance_present on attendance (event_id) where status in ('PRESENT', 'PARTIAL');

alter table session add column capacity integer check (capacity >= 0);

-- How many places of an event are taken.
create index registration_status on registration (event_id, status);

-- The waiting list of an event, in its order.
create index registration_waiting on registration (event_id, coalesce(registered_at, created_at), id)
    where status = 'WAITLISTED';
