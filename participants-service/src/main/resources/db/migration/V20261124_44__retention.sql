-- Since when it is announced that a participant will be erased because nothing may be kept any longer.
alter table participant
    add column retention_announced_at timestamptz,
    add constraint participant_retention check (
        retention_announced_at is null or status = 'ACTIVE' and left_at is not null);

create index participant_left on participant (left_at, id) where status = 'ACTIVE' and left_at is not null;
create index participant_retention on participant (id) where retention_announced_at is not null;
