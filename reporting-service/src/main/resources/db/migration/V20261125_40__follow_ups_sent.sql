-- Follow-ups that nobody has answered (yet): who was to be asked when, and was.
alter table follow_up
    add column if not exists status  text,
    add column if not exists due_at  timestamptz,
    add column sent_at timestamptz;
