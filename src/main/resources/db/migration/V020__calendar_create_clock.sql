-- Days that the yearly notice of the State Council names: days off, and weekend days on which work is made up.
create table calendar_day (
  official_day date primary key,
  kind varchar(4) not null check (kind in ('OFF', 'WORK')),
  name varchar(60) not null,
  name_en varchar(60) not null,
  source varchar(300) not null
);

create table clock (
  id uuid primary key,
  case_id uuid not null,
  kind varchar(40) not null,
  -- The kind until the clock is stopped, then null: a case has one open clock of a kind at most.
  open_kind varchar(40),
  length integer not null,
  unit varchar(12) not null,
  rule varchar(300) not null,
  hands varchar(64) not null,
  started_on date not null,
  stopped_on date,
  paused boolean not null,
  -- Written only together with a ledger entry, from the ledger. The ledger is the truth.
  due_on date not null,
  provisional boolean not null,
  -- Number of ledger entries; whoever adds one must have seen all before.
  entries integer not null,
  constraint clock_open_once unique (case_id, open_kind)
);

-- Rows are added, never changed.
create table clock_entry (
  clock_id uuid not null references clock (id),
  seq integer not null,
  kind varchar(10) not null,
  effective_on date not null,
  length integer not null,
  unit varchar(12) not null,
  text varchar(1000) not null,
  due_on date not null,
  actor_id varchar(100) not null,
  actor_name varchar(200) not null,
  entered_at timestamp(3) with time zone not null,
  primary key (clock_id, seq)
);
