-- What waits for a second person, and with whom. The row goes when it is decided or taken back; the ledger, the change and
-- the audit chain keep what was decided.
create table second_person (
  -- Of the correction or change.
  id          uuid         not null primary key,
  -- The case, or the change itself: the engine's business key.
  matter      uuid         not null,
  clock_id    uuid,
  proposed_by varchar(100) not null,
  run         varchar(64)  not null,
  asked       varchar(120) not null
);
create unique index second_person_run on second_person (run);
