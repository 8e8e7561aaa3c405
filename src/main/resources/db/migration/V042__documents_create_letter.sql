-- One row per unit and year, locked while a letter takes its number.
create table letter_series (
  unit varchar(100) not null,
  series_year int not null,
  last_number int not null,
  primary key (unit, series_year)
);

-- words (title and text) and recipient are encrypted.
create table letter (
  id uuid primary key,
  case_id uuid not null,
  template varchar(100) not null,
  number varchar(200) not null,
  words bytea not null,
  unit varchar(100) not null,
  recipient bytea not null,
  method varchar(20) not null,
  state varchar(20) not null,
  issued_at timestamp(3) with time zone not null,
  issued_by varchar(100) not null,
  delivered_on date,
  proof varchar(1000),
  evidence uuid references document (id),
  reason varchar(2000)
);

create index letter_of_case on letter (case_id, issued_at);
