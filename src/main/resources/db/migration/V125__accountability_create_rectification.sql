-- A unit mends what was found wrong (整改): a numbered notice with measures. The rows say how it stands now; what was said
-- and done are rows of rectification_step, which are added and never changed.
create table rectification (
  id          uuid                        not null primary key,
  case_id     uuid                        not null references case_file (id),
  -- The review whose track it is; empty when it stands alone.
  review_id   uuid,
  number      varchar(200)                not null,
  unit_id     varchar(64)                 not null,
  -- Whose rectification it is, role@unit, and the unit of it.
  desk        varchar(120)                not null,
  office_id   varchar(64)                 not null,
  opened_by   varchar(100)                not null,
  opened_at   timestamp(3) with time zone not null,
  reason      varchar(2000)               not null,
  -- The notice as it was served: first line title, then the text.
  notice      varchar(60000)              not null,
  state       varchar(10)                 not null,
  ended_at    timestamp(3) with time zone,
  -- Why it turned out not to hold, and the petition that showed it.
  failure     varchar(2000),
  failed_by   varchar(100),
  failed_at   timestamp(3) with time zone,
  -- What the register is sorted by: open ones by their next day, then ended ones, the latest first.
  rank_on     date                        not null,
  constraint rectification_state check (state in ('OPEN', 'DONE', 'FAILED'))
);

create index rectification_rank on rectification (rank_on, id);
create index rectification_case on rectification (case_id, opened_at);
create index rectification_review on rectification (review_id);
create index rectification_unit on rectification (unit_id, state);
create index rectification_office on rectification (office_id, state);

create table rectification_measure (
  rectification_id uuid          not null references rectification (id),
  number           integer       not null,
  text             varchar(2000) not null,
  owner            varchar(100)  not null,
  -- By what it will be seen that it is done.
  proof            varchar(1000) not null,
  due_on           date          not null,
  -- Last day for the inspection, while it waits for one.
  inspect_on       date,
  state            varchar(10)   not null,
  primary key (rectification_id, number),
  constraint rectification_measure_state check (state in ('WORKING', 'COMPLETED', 'DIRECTION', 'ACCEPTED'))
);

create table rectification_step (
  rectification_id uuid                        not null,
  measure          integer                     not null,
  number           integer                     not null,
  kind             varchar(20)                 not null,
  unit_id          varchar(64)                 not null,
  done_by          varchar(100)                not null,
  done_at          timestamp(3) with time zone not null,
  words            varchar(4000)               not null,
  -- The day on which somebody was on site, or the new day for the measure.
  on_day           date,
  primary key (rectification_id, measure, number),
  foreign key (rectification_id, measure) references rectification_measure (rectification_id, number)
);

create table rectification_file (
  rectification_id uuid        not null,
  measure          integer     not null,
  number           integer     not null,
  document_id      uuid        not null references document (id),
  shows            varchar(10) not null,
  primary key (rectification_id, measure, number, document_id),
  foreign key (rectification_id, measure, number) references rectification_step (rectification_id, measure, number),
  constraint rectification_file_shows check (shows in ('BEFORE', 'AFTER', 'INSPECTION'))
);
