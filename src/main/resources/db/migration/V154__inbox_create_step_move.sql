-- A case that an operator wants to put back to a step before; carried out when a second person agrees.
create table step_move (
  id          uuid                        not null primary key,
  case_id     uuid                        not null,
  -- The item that ends, and the finished one whose step is opened again.
  item_id     varchar(64)                 not null references work_item (id),
  target_id   varchar(64)                 not null references work_item (id),
  reason      varchar(1000)               not null,
  proposed_by varchar(100)                not null,
  proposed_at timestamp(3) with time zone not null,
  state       varchar(10)                 not null,
  decided_by  varchar(100),
  decided_at  timestamp(3) with time zone,
  answer      varchar(1000),
  open_key    varchar(64),
  constraint step_move_state check (state in ('PROPOSED', 'DONE', 'REFUSED')),
  constraint step_move_open unique (open_key)
);
create index step_move_case on step_move (case_id);
