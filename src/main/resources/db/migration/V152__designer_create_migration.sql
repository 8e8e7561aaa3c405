-- Running cases on their way from older versions of a process to another one: planned by one person, tried, approved by
-- a second one, and carried out case by case. It is all in these rows, so that a restart loses nothing of it.
create table migration (
  id             uuid                        not null primary key,
  model_key      varchar(64)                 not null,
  target_version int                         not null,
  state          varchar(12)                 not null,
  author         varchar(100)                not null,
  created_at     timestamp(3) with time zone not null,
  -- Why the cases are moved, as the author says it; then why it came back.
  note           varchar(2000)               not null,
  return_reason  varchar(2000),
  approved_by    varchar(100),
  approved_at    timestamp(3) with time zone,
  finished_at    timestamp(3) with time zone,
  changed_by     varchar(100)                not null,
  changed_at     timestamp(3) with time zone not null,
  version        int                         not null,
  -- A process has one migration at a time.
  open_key       varchar(64),
  constraint migration_state check (state in ('PLANNED', 'TRYING', 'TRIED', 'SUBMITTED', 'RUNNING', 'PAUSED', 'DONE',
    'DISCARDED')),
  constraint migration_open unique (open_key)
);
create index migration_model on migration (model_key, created_at);

create table migration_source (
  migration_id   uuid not null references migration (id),
  source_version int  not null,
  primary key (migration_id, source_version)
);

-- Where a step goes that the target does not have under the same id.
create table migration_step (
  migration_id   uuid         not null references migration (id),
  source_version int          not null,
  source_step    varchar(255) not null,
  target_step    varchar(255) not null,
  primary key (migration_id, source_version, source_step)
);

-- One run of the process. A case may have several of them.
create table migration_case (
  migration_id   uuid         not null references migration (id),
  run            varchar(64)  not null,
  case_id        uuid         not null,
  source_version int          not null,
  state          varchar(10)  not null,
  -- Why not: a list, as JSON.
  obstacles      text         not null,
  tries          int          not null,
  settled_at     timestamp(3) with time zone,
  primary key (migration_id, run),
  constraint migration_case_state check (state in ('OPEN', 'FIT', 'MIGRATED', 'BLOCKED', 'FAILED', 'OVER'))
);
create index migration_case_state on migration_case (migration_id, state, tries, run);
