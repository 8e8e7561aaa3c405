-- What is to be learned from a case (教训): a note that stands by itself, other places where the same cause could be at
-- work, and those who have to read it.
create table lesson (
  id            uuid                        not null primary key,
  case_id       uuid                        not null references case_file (id),
  -- The review whose track it is; empty when it stands alone.
  review_id     uuid,
  title         varchar(200)                not null,
  text          varchar(4000)               not null,
  cause         varchar(300)                not null,
  question      varchar(500)                not null,
  unit_id       varchar(64)                 not null,
  category      varchar(40),
  territory     varchar(64)                 not null,
  written_by    varchar(100)                not null,
  written_at    timestamp(3) with time zone not null,
  circulated_at timestamp(3) with time zone
);

create index lesson_case on lesson (case_id, written_at);
create index lesson_category on lesson (category, circulated_at);

create table lesson_place (
  lesson_id  uuid          not null references lesson (id),
  number     integer       not null,
  unit_id    varchar(64)   not null,
  territory  varchar(64)   not null,
  cases      integer       not null,
  result     varchar(10),
  words      varchar(1000),
  checked_by varchar(100),
  checked_at timestamp(3) with time zone,
  primary key (lesson_id, number),
  constraint lesson_place_result check (result in ('NOT_THERE', 'MENDED', 'THERE'))
);

create table lesson_reader (
  lesson_id uuid          not null references lesson (id),
  account   varchar(100)  not null,
  named_by  varchar(100)  not null,
  due_on    date          not null,
  read_at   timestamp(3) with time zone,
  answer    varchar(1000),
  primary key (lesson_id, account)
);
