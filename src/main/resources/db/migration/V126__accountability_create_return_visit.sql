-- Somebody comes back some time after a case was closed and looks whether what was mended has lasted (回头看).
create table return_visit (
  id          uuid                        not null primary key,
  case_id     uuid                        not null references case_file (id),
  -- So many days after the closing, and the rule that says so.
  days        integer                     not null,
  rule        varchar(400)                not null,
  due_on      date                        not null,
  planned_at  timestamp(3) with time zone not null,
  state       varchar(10)                 not null,
  held        boolean,
  way         varchar(20),
  spoken_with varchar(200),
  words       varchar(4000),
  visited_on  date,
  visited_by  varchar(100),
  recorded_at timestamp(3) with time zone,
  constraint return_visit_state check (state in ('PLANNED', 'DUE', 'DONE'))
);

create index return_visit_case on return_visit (case_id, due_on);

create table return_visit_file (
  visit_id    uuid not null references return_visit (id),
  document_id uuid not null references document (id),
  primary key (visit_id, document_id)
);
