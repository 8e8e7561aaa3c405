-- The first administrator is there before any unit is.
alter table account alter column unit drop not null;
