create table thing (
    id         uuid primary key,
    version    bigint      not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    name       text        not null,
    note       text
);
