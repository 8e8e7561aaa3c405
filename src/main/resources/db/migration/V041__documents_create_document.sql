-- Every content once, by its hash; every file of every case points to one.
create table file_content (
  sha256 varchar(64) primary key,
  size bigint not null,
  bytes file_bytes not null
);

create table document (
  id uuid primary key,
  case_id uuid not null,
  kind varchar(20) not null,
  name varchar(1000) not null,
  media_type varchar(100) not null,
  sha256 varchar(64) not null references file_content (sha256),
  added_by varchar(100) not null,
  added_at timestamp(3) with time zone not null
);

create index document_of_case on document (case_id, added_at);
