-- A rectification that was ordered by mistake is taken back (撤销整改) by two people. The rows are added; each is decided once.
create table rectification_cancellation (
  id                 uuid                        not null primary key,
  rectification_id   uuid                        not null references rectification (id),
  -- The rectification until it is decided, then null: one proposal waits at a time.
  open_rectification uuid                        unique,
  reason             varchar(2000)               not null,
  proposed_by        varchar(100)                not null,
  proposed_at        timestamp(3) with time zone not null,
  -- The engine's id of the run.
  run                varchar(64)                 not null,
  cancelled          boolean,
  words              varchar(2000),
  decided_by         varchar(100),
  decided_at         timestamp(3) with time zone
);
create index rectification_cancellation_of on rectification_cancellation (rectification_id, proposed_at);

alter table rectification drop constraint rectification_state;
alter table rectification add constraint rectification_state check (state in ('OPEN', 'DONE', 'FAILED', 'CANCELLED'));
alter table rectification_measure drop constraint rectification_measure_state;
alter table rectification_measure add constraint rectification_measure_state
  check (state in ('WORKING', 'COMPLETED', 'DIRECTION', 'ACCEPTED', 'CANCELLED'));
