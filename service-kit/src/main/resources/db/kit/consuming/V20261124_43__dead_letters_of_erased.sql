-- By hash: a key of what could not be read may be larger than a tree takes.
create index dead_letter_key on dead_letter using hash (record_key);
