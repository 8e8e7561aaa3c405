-- One row per user task of every model, and per failed job: the work list reads this table and nothing else. It is
-- written in the engine's transaction and shares the engine's task id, but no foreign key: the engine owns its tables.
create table work_item (
  id               varchar(64)                 not null primary key,
  source           varchar(10)                 not null,
  kind             varchar(100)                not null,
  process_key      varchar(100)                not null,
  name             varchar(255)                not null,
  form             varchar(255)                not null,
  case_id          uuid                        not null,
  case_code        varchar(40)                 not null,
  case_kind        varchar(20)                 not null,
  -- Empty for a report against a person: who may not open the case must not read its title either.
  title            varchar(600)                not null,
  confidential     boolean                     not null,
  category         varchar(40),
  territory        varchar(64),
  urgency          varchar(20)                 not null,
  -- The office that registered the case; beside unit_id, whose work it is.
  case_unit        varchar(64)                 not null,
  group_key        varchar(120)                not null,
  unit_id          varchar(64)                 not null,
  assignee         varchar(100),
  -- account:<id> when somebody holds it, else group:<role@unit>. One key, so that "mine" and "what my groups may claim"
  -- are two ranges of one index.
  waits_for        varchar(130)                not null,
  due_on           date,
  due_kind         varchar(40),
  waiting          boolean                     not null,
  -- What the list is sorted by: the due date, then what has none (9999-12-30), then what waits for others (9999-12-31).
  rank_on          date                        not null,
  created_at       timestamp(3) with time zone not null,
  state            varchar(10)                 not null,
  finished_by      varchar(100),
  finished_by_name varchar(100),
  finished_at      timestamp(3) with time zone,
  version          integer                     not null,
  constraint work_item_state check (state in ('OPEN', 'DONE', 'CANCELLED')),
  constraint work_item_source check (source in ('TASK', 'INCIDENT'))
);

-- The to-do list and its counts: walks in order, stops at the page's end.
create index work_item_waits_for on work_item (state, waits_for, rank_on, id);
-- Everything in a unit's hands, and everything of the office that registered it.
create index work_item_unit on work_item (state, unit_id, rank_on, id);
create index work_item_case_unit on work_item (state, case_unit, rank_on, id);
-- The done list.
create index work_item_finished on work_item (finished_by, finished_at, id);
-- A moved due date finds the open items of its case.
create index work_item_case on work_item (case_id, state);

-- What an operator must know about a failed job, beside its work item.
create table work_item_failure (
  item_id    varchar(64)   not null primary key references work_item (id),
  job_id     varchar(64)   not null,
  element_id varchar(255)  not null,
  message    varchar(4000) not null
);
