-- A retired category is not offered any more; cases that have it keep it.
alter table case_category add column retired boolean default false not null;
alter table case_category add column version integer default 0 not null;
