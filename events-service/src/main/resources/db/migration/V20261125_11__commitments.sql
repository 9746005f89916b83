alter table commitment
    add column promise text
        check (promise in ('CONTACT', 'ADVICE', 'RESOURCE', 'JOINT_ACTIVITY', 'JOINT_PRODUCT', 'FUNDING', 'AGREEMENT')),
    add column due_at timestamptz,
    add check (due_at >= stated_at);

create index commitment_due_at on commitment (due_at, id);
