-- Of a post to a mailing list: which message it was and in which thread, as UUIDs made of what stood in its header.
alter table community_activity
    add column thread_id  uuid,
    add column message_id uuid;

alter table community_activity
    add constraint community_activity_message unique (event_id, message_id);
