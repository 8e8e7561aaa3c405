-- A leader must decide. Each is written when it is asked for and once more when it ends.
create table leader_decision (
  id         uuid         not null primary key,
  clock_id   uuid         not null references clock (id),
  case_id    uuid         not null,
  step       varchar(60)  not null,
  due_on     date         not null,
  unit       varchar(64)  not null,
  asked_at   timestamp(3) with time zone not null,
  -- After that it goes one level up.
  until_at   timestamp(3) with time zone not null,
  -- The open item under which it waits.
  item       varchar(64),
  outcome    varchar(20),
  measure    varchar(20),
  reason     varchar(1000),
  ended_by   varchar(100),
  ended_name varchar(200),
  ended_at   timestamp(3) with time zone
);
create index leader_decision_clock on leader_decision (clock_id, asked_at);
create index leader_decision_unit on leader_decision (unit, outcome, asked_at);
create index leader_decision_case on leader_decision (case_id, asked_at);
