-- Digests of what had been said of one thing by the names of two who were merged: a file that says it again is no news.
create table superseded_statement (
    digest    text primary key,
    -- in whose name it was said, and by which name they go now
    ended     uuid not null,
    successor uuid not null
);

create index superseded_statement_ended on superseded_statement (ended);
create index superseded_statement_successor on superseded_statement (successor);
