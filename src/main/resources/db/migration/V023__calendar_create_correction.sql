-- A wrong entry of a clock's ledger is put right by a new one: proposed by one person, approved by another.
create table clock_correction (
  id uuid primary key,
  case_id uuid not null,
  clock_id uuid not null references clock (id),
  -- The entry (seq) that is wrong.
  entry integer not null,
  -- It never happened. Otherwise it counts from this day, with this length where it has one.
  annul boolean not null,
  effective_on date not null,
  effective_at time,
  length integer not null,
  reason varchar(1000) not null,
  proposed_by varchar(100) not null,
  proposed_name varchar(200) not null,
  proposed_at timestamp(3) with time zone not null,
  -- The clock until it is decided, then null: one correction of a clock waits at most.
  open_clock uuid unique,
  decided_by varchar(100),
  decided_name varchar(200),
  decided_at timestamp(3) with time zone,
  approved boolean,
  words varchar(1000) default '' not null
);
create index clock_correction_clock on clock_correction (clock_id);
