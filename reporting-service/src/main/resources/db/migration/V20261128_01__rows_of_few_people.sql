-- a question about few people reads their rows alone
create index commitment_participant on commitment (participant_id);
create index community_activity_participant on community_activity (participant_id);
create index follow_up_participant on follow_up (participant_id);
