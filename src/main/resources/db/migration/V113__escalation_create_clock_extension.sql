-- An extension (延期): asked for, decided on, told to the petitioner with proof. Each stage is written once.
create table clock_extension (
  id            uuid          not null primary key,
  clock_id      uuid          not null references clock (id),
  -- The clock until it is decided, then null: a clock has one open request at most.
  open_clock    uuid          unique,
  case_id       uuid          not null,
  kind          varchar(40)   not null,
  length        integer       not null,
  unit          varchar(12)   not null,
  reason        varchar(1000) not null,
  asked_by      varchar(100)  not null,
  asked_at      timestamp(3) with time zone not null,
  -- The engine's id of the run; empty for one that a leader has ordered.
  run           varchar(64)   not null,
  state         varchar(10)   not null,
  answer        varchar(1000),
  decided_by    varchar(100),
  decided_at    timestamp(3) with time zone,
  letter_id     uuid,
  told_on       date,
  proof         varchar(1000),
  constraint clock_extension_state check (state in ('ASKED', 'GRANTED', 'REFUSED', 'LAPSED', 'MOOT'))
);
create index clock_extension_case on clock_extension (case_id, asked_at);
create index clock_extension_run on clock_extension (run);
