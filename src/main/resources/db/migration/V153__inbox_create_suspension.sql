-- Cases and versions of processes that stand still because an operator said so. Rows are kept when it is over.
create table suspension (
  id           uuid                        not null primary key,
  -- A case, or else a version of a process, in which no case begins meanwhile.
  case_id      uuid,
  process_key  varchar(100),
  process_version int,
  reason       varchar(1000)               not null,
  suspended_by varchar(100)                not null,
  suspended_at timestamp(3) with time zone not null,
  ended_by     varchar(100),
  ended_at     timestamp(3) with time zone,
  end_reason   varchar(1000),
  -- One at a time of each.
  open_key     varchar(120),
  constraint suspension_open unique (open_key)
);
create index suspension_case on suspension (case_id);

-- Nobody can work on it while its case is suspended.
alter table work_item add column suspended boolean default false not null;
