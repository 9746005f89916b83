create table idempotency_key (
    client     text        not null,
    key        text        not null,
    request    bytea       not null,
    status     integer,
    location   text,
    etag       text,
    body       text,
    created_at timestamptz not null default now(),
    primary key (client, key)
);

create index idempotency_key_created_at on idempotency_key (created_at);
