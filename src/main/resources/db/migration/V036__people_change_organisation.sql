-- What a page has seen when it wants to change a row; whoever was first wins.
alter table territory add column version integer default 0 not null;
alter table unit add column version integer default 0 not null;
alter table account add column version integer default 0 not null;

-- A dissolved unit takes on nothing any more; its old cases keep its name.
alter table unit add column dissolved_on date;
