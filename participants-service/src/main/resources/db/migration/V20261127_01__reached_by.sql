-- As before, and null of null by itself: a function that is not strict is put in place of its call, which every participant
-- that is written would pay for.
create or replace function reached_by(email text) returns text
    language sql immutable parallel safe
    return case
        when split_part(email, '@', 2) in ('gmail.com', 'googlemail.com')
            then replace(split_part(split_part(email, '@', 1), '+', 1), '.', '') || '@gmail.com'
        else split_part(split_part(email, '@', 1), '+', 1) || '@' || split_part(email, '@', 2)
    end;
