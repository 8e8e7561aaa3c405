-- A pause of the clocks of a case that needs somebody's approval: asked for and decided on. Each stage is written once.
create table pause_request (
  id         uuid          not null primary key,
  case_id    uuid          not null,
  -- The case until it is decided, then null: a case has one open request at most.
  open_case  uuid          unique,
  -- A row of the decision table clock_pauses.
  reason     varchar(40)   not null,
  text       varchar(1000) not null,
  paused_on  date          not null,
  asked_by   varchar(100)  not null,
  asked_at   timestamp(3) with time zone not null,
  -- The engine's id of the run; empty for one that needed nobody's approval.
  run        varchar(64)   not null,
  state      varchar(10)   not null,
  answer     varchar(1000),
  decided_by varchar(100),
  decided_at timestamp(3) with time zone,
  constraint pause_request_state check (state in ('ASKED', 'GRANTED', 'REFUSED', 'LAPSED', 'MOOT'))
);
create index pause_request_case on pause_request (case_id, asked_at);
create index pause_request_run on pause_request (run);

-- What an alarm said, where its table has words for it; empty for one whose step says all.
alter table clock_alarm add column words varchar(1000) default '' not null;
