-- A draft of a model, from its first line until it is published or thrown away.
create table model_draft (
  id             uuid                        not null primary key,
  kind           varchar(8)                  not null,
  model_key      varchar(64)                 not null,
  name           varchar(200)                not null,
  source         text                        not null,
  -- The version in force that it was made from; 0 for a model that there was not.
  base_version   int                         not null,
  shipped_hash   varchar(64),
  state          varchar(12)                 not null,
  author         varchar(100)                not null,
  created_at     timestamp(3) with time zone not null,
  changed_by     varchar(100)                not null,
  changed_at     timestamp(3) with time zone not null,
  -- What changes and why, as its author says it.
  note           varchar(2000)               not null,
  submitted_by   varchar(100),
  submitted_at   timestamp(3) with time zone,
  -- Why it came back the last time.
  return_reason  varchar(2000),
  returned_by    varchar(100),
  approved_by    varchar(100),
  approved_at    timestamp(3) with time zone,
  -- When it is to be published; empty while nobody has said so.
  publish_at     timestamp(3) with time zone,
  published_version int,
  version        int                         not null,
  -- A model has one draft at a time.
  open_key       varchar(80),
  constraint model_draft_kind check (kind in ('BPMN', 'DMN', 'FORM')),
  constraint model_draft_state check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED', 'DISCARDED')),
  constraint model_draft_open unique (open_key)
);
create index model_draft_model on model_draft (kind, model_key, created_at);
create index model_draft_due on model_draft (publish_at);

-- Everybody who has written on a draft: none of them approves it.
create table model_draft_writer (
  draft_id uuid         not null references model_draft (id),
  account  varchar(100) not null,
  primary key (draft_id, account)
);
