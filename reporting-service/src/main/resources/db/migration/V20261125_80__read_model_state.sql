-- A new value with each change to the read model: as long as it is the same, so is what reports make of it.
create table read_model_state (
    one   boolean primary key default true check (one),
    state uuid not null
);

insert into read_model_state (state) values (gen_random_uuid());
