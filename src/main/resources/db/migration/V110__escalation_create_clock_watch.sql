-- Where the watch of each open clock waits: nothing has to be searched in the engine.
create table clock_watch (
  clock_id    uuid        not null primary key,
  case_id     uuid        not null,
  -- The engine's id of the run.
  run         varchar(64) not null unique,
  waits_for   varchar(10) not null,
  next_step   varchar(60),
  next_at     timestamp(3) with time zone,
  constraint clock_watch_waits_for check (waits_for in ('ALARM', 'DECISION', 'MOVE'))
);
create index clock_watch_case on clock_watch (case_id);

-- What has gone off, once for each step and date of a clock. Rows are added, never changed.
create table clock_alarm (
  id       uuid         not null primary key,
  clock_id uuid         not null references clock (id),
  case_id  uuid         not null,
  kind     varchar(40)  not null,
  step     varchar(60)  not null,
  due_on   date         not null,
  action   varchar(20)  not null,
  unit     varchar(64)  not null,
  fired_at timestamp(3) with time zone not null,
  constraint clock_alarm_once unique (clock_id, step, due_on)
);
create index clock_alarm_case on clock_alarm (case_id, fired_at);

-- Whom it has reached.
create table clock_alarm_receiver (
  alarm_id   uuid         not null references clock_alarm (id),
  account    varchar(100) not null,
  fired_at   timestamp(3) with time zone not null,
  read_at    timestamp(3) with time zone,
  primary key (alarm_id, account)
);
create index clock_alarm_receiver_account on clock_alarm_receiver (account, fired_at, alarm_id);
