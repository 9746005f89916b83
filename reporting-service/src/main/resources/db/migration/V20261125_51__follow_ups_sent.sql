-- When the invitation to a follow-up went out, where that is told.
alter table follow_up add column if not exists sent_at timestamptz;
