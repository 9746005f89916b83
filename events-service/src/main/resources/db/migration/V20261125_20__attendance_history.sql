-- What was recorded of an attendance before what is recorded now, whoever changed it and in whichever way.
create table attendance_history (
    attendance_id  uuid        not null references attendance on delete cascade,
    version        bigint      not null,
    status         text        not null,
    method         text,
    checked_in_at  timestamptz,
    checked_out_at timestamptz,
    recorded_at    timestamptz not null,
    primary key (attendance_id, version)
);

create function attendance_history_keep() returns trigger language plpgsql as
$$
begin
    insert into attendance_history (attendance_id, version, status, method, checked_in_at, checked_out_at, recorded_at)
    values (old.id, old.version, old.status, old.method, old.checked_in_at, old.checked_out_at, old.updated_at);
    return null;
end
$$;

create trigger attendance_history_keep after update on attendance for each row
    when ((old.status, old.method, old.checked_in_at, old.checked_out_at)
        is distinct from (new.status, new.method, new.checked_in_at, new.checked_out_at))
    execute function attendance_history_keep();
