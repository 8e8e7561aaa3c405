-- Looks at every open case for something without an owner; one a night, however many nodes.
create table loose_end_run (
  id          uuid         not null primary key,
  night       date         unique,
  started_by  varchar(100) not null,
  started_at  timestamp(3) with time zone not null,
  finished_at timestamp(3) with time zone,
  looked      int          not null,
  found       int          not null
);

-- What the last look has found and nobody has mended since.
create table loose_end (
  id       uuid         not null primary key,
  case_id  uuid         not null,
  kind     varchar(20)  not null,
  subject  varchar(100) not null,
  found_at timestamp(3) with time zone not null,
  seen_in  uuid         not null references loose_end_run (id),
  constraint loose_end_once unique (case_id, kind, subject)
);

-- Why nobody of a case can be reached, said by whoever has tried.
create table unreachable_party (
  case_id uuid          not null primary key,
  reason  varchar(2000) not null,
  said_by varchar(100)  not null,
  said_at timestamp(3) with time zone not null
);
