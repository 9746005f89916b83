-- What was answered to a scan of a code at a door: accepted if there is no reason against it. Whether a code is genuine, and
-- for which event, it says itself: scans of others are answered, and not kept.
create table check_in (
    id             uuid primary key,
    event_id       uuid        not null references event,
    session_id     uuid references session,
    participant_id uuid        not null,
    direction      text        not null check (direction in ('IN', 'OUT')),
    device_id      text        not null,
    nonce          text        not null,
    -- by the clock of the device, and by that of the server
    scanned_at     timestamptz not null,
    happened_at    timestamptz not null,
    received_at    timestamptz not null,
    reason         text check (reason in ('ALREADY_CHECKED_IN', 'CANCELLED', 'NOT_CONFIRMED', 'WRONG_SESSION', 'EXPIRED')),
    constraint check_in_once unique (device_id, nonce)
);

create index check_in_event on check_in (event_id, id);
create index check_in_participant on check_in (participant_id, event_id);
create index check_in_whereabouts on check_in (event_id, session_id, participant_id, happened_at desc, id desc)
    include (direction) where reason is null;
