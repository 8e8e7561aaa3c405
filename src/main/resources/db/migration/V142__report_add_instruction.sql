-- The instruction with which a warning was answered: to which unit, until when, and what it says it has done.
alter table early_warning add column instructed_unit varchar(64);
alter table early_warning add column carry_out_by date;
alter table early_warning add column carried_out_words varchar(4000);
alter table early_warning add column carried_out_by varchar(100);
alter table early_warning add column carried_out_at timestamp(3) with time zone;
create index early_warning_instructed on early_warning (instructed_unit);
