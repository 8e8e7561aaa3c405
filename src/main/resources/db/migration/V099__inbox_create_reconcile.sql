-- Each comparison of the work list with the engine, and what it has found.
create table reconcile_run (
  id uuid primary key,
  -- The night it belongs to; of several nodes, the one that writes the row first does the work. Empty by hand.
  night date unique,
  repair boolean not null,
  started_by varchar(120) not null,
  started_at timestamp(3) with time zone not null,
  finished_at timestamp(3) with time zone,
  compared integer not null,
  found integer not null
);
create index reconcile_run_started on reconcile_run (started_at);

create table reconcile_difference (
  run_id uuid not null references reconcile_run (id),
  position integer not null,
  item_id varchar(64) not null,
  source varchar(10) not null,
  kind varchar(20) not null,
  case_id uuid not null,
  here varchar(300) not null,
  engine varchar(300) not null,
  primary key (run_id, position)
);
