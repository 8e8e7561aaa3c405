-- A draft through which closed cases went once more: which cases, how far it is, and what came of it. No case is named in
-- a text; its id is, and whoever reads it is asked the row rule.
create table model_replay (
  id          uuid                        not null primary key,
  draft_id    uuid                        not null references model_draft (id),
  -- Of the text that was tried; the draft may have another one by now.
  text_hash   varchar(64)                 not null,
  from_day    date                        not null,
  to_day      date                        not null,
  unit_id     varchar(64)                 not null,
  category    varchar(80)                 not null,
  started_by  varchar(100)                not null,
  started_at  timestamp(3) with time zone not null,
  state       varchar(12)                 not null,
  steps_done  int                         not null,
  steps_total int                         not null,
  -- When whoever works on it last said so.
  seen_at     timestamp(3) with time zone not null,
  finished_at timestamp(3) with time zone,
  result      text,
  -- One at a time: 1 while it runs, then null.
  running     int                         unique,
  constraint model_replay_state check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED'))
);
create index model_replay_draft on model_replay (draft_id, started_at);
