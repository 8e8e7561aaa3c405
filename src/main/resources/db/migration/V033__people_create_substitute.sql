-- Who does whose work from when to when. Begins and ends by its dates; ended_at is an earlier end.
create table substitute (
  id uuid primary key,
  account varchar(60) not null references account,
  substitute varchar(60) not null references account,
  -- The one kind of work that is meant; empty: all of it.
  work varchar(20),
  from_on date not null,
  to_on date not null,
  set_by varchar(120) not null,
  set_at timestamp(3) with time zone not null,
  ended_by varchar(120),
  ended_at timestamp(3) with time zone,
  constraint substitute_other check (account <> substitute),
  constraint substitute_dates check (from_on <= to_on)
);
create index substitute_account on substitute (account, to_on);
create index substitute_substitute on substitute (substitute, to_on);
