-- Graded protection keeps system, security and audit administration apart: nobody holds two of them.
create unique index one_administration on identity.staff_role (district, staff)
    where role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN');
