-- Mail to this address came back for good; nothing is sent there until the address is another.
alter table participant add column mail_bounced_at timestamptz;
create index participant_mail_bounced on participant (id) where mail_bounced_at is not null;

-- What other services ask to be sent. The link, and the secret to unsubscribe with, are kept only until it is sent.
create table invitation (
    id                uuid primary key,
    version           bigint      not null,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    participant_id    uuid        not null references participant,
    follow_up_id      uuid        not null,
    kind              text        not null check (kind in ('INVITATION', 'REMINDER')),
    event_title       text        not null,
    expires_at        timestamptz not null,
    status            text        not null check (status in ('QUEUED', 'SENT', 'BOUNCED', 'REFUSED', 'EXPIRED')),
    settled_at        timestamptz,
    link              text,
    unsubscribe_token text,
    unsubscribe_hash  bytea       not null,
    attempts          integer     not null default 0,
    next_attempt_at   timestamptz not null default now(),
    constraint invitation_unsubscribe_unique unique (unsubscribe_hash),
    check ((status = 'QUEUED') = (settled_at is null)),
    check ((status = 'QUEUED') = (link is not null)),
    check ((link is null) = (unsubscribe_token is null))
);

create index invitation_updated_at on invitation (updated_at, id);
create index invitation_participant on invitation (participant_id, id);
create index invitation_queue on invitation (next_attempt_at, id) where status = 'QUEUED';
