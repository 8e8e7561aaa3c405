-- Closed and filed are two things: a closed case is filed away once nothing holds it. What was closed before is filed.
alter table case_file add column filed_at timestamp(3) with time zone;
update case_file set filed_at = closed_at where closing_state is not null;
