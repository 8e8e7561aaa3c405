-- A filter of the work list that somebody has given a name, for themselves or for their unit.
create table saved_filter (
  id         varchar(64)                 not null primary key,
  name       varchar(60)                 not null,
  -- As it stands in the address of the list.
  query      varchar(1000)               not null,
  owner      varchar(100)                not null,
  -- The unit whose people all see it; empty for the owner's own.
  unit_id    varchar(64),
  created_at timestamp(3) with time zone not null
);
create index saved_filter_owner on saved_filter (owner, name);
create index saved_filter_unit on saved_filter (unit_id, name);
