-- How names are compared in a search: without accents, case, hyphens and joiners, a space at either end. Immutable, as an index
-- wants it: neither the rules of unaccent nor the mapping of case are changed under a running database.
create function searchable(value text) returns text
    language sql immutable strict parallel safe
    return ' ' || lower(translate(unaccent('unaccent'::regdictionary, normalize(value, nfkc)),
                                  E'-\t\n\r\u200c\u200d', '    ')) || ' ';

alter table participant
    add column search_name text generated always as (searchable(given_name || ' ' || family_name)) stored;
drop index participant_name;
create index participant_search_name on participant using gin (search_name gin_trgm_ops);

alter table organisation
    add column search_name text generated always as (searchable(name)) stored;
drop index organisation_name;
create index organisation_search_name on organisation using gin (search_name gin_trgm_ops);
