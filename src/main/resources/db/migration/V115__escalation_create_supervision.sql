-- A unit is chased for a case (督办), or advised by the petition office (建议). The row says how it stands now; what was
-- said and done are rows of supervision_step, which are added and never changed.
create table supervision (
  id              uuid                        not null primary key,
  case_id         uuid                        not null references case_file (id),
  number          varchar(200)                not null,
  kind            varchar(20)                 not null,
  unit_id         varchar(64)                 not null,
  -- Whose supervision it is, role@unit, and the unit of it.
  desk            varchar(120)                not null,
  office_id       varchar(64)                 not null,
  opened_by       varchar(100)                not null,
  opened_at       timestamp(3) with time zone not null,
  demand          varchar(4000)               not null,
  reason          varchar(2000)               not null,
  answer_on       date                        not null,
  -- The notice as it was served: first line title, then the text.
  notice          varchar(10000)              not null,
  acknowledged_by varchar(100),
  acknowledged_at timestamp(3) with time zone,
  level           integer                     not null,
  state           varchar(10)                 not null,
  result          varchar(10),
  result_words    varchar(4000),
  closed_by       varchar(100),
  closed_at       timestamp(3) with time zone,
  -- What the register is sorted by: open ones by their day, then closed ones, the latest first.
  rank_on         date                        not null,
  -- Under which id its process runs; it is known once the process has been started.
  run             varchar(64),
  -- One open supervision of a kind for a unit and a case: a second click finds the first.
  open_key        varchar(200),
  constraint supervision_state check (state in ('WAITING', 'ANSWERED', 'CLOSED')),
  constraint supervision_open unique (open_key)
);

create index supervision_rank on supervision (rank_on, id);
create index supervision_case on supervision (case_id, opened_at);
create index supervision_unit on supervision (unit_id, state);
create index supervision_office on supervision (office_id, state);

create table supervision_step (
  supervision_id uuid                        not null references supervision (id),
  number         integer                     not null,
  kind           varchar(20)                 not null,
  unit_id        varchar(64)                 not null,
  done_by        varchar(100)                not null,
  done_at        timestamp(3) with time zone not null,
  words          varchar(10000)              not null,
  answer_on      date,
  primary key (supervision_id, number)
);

create table supervision_file (
  supervision_id uuid    not null,
  number         integer not null,
  document_id    uuid    not null references document (id),
  primary key (supervision_id, number, document_id),
  foreign key (supervision_id, number) references supervision_step (supervision_id, number)
);
