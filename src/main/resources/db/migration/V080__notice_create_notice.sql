-- One row per message: a letter on one way to one address. The address is encrypted.
create table notice (
  id uuid primary key,
  case_id uuid not null,
  letter_id uuid not null,
  channel varchar(20) not null,
  state varchar(20) not null,
  unit varchar(100) not null,
  registering_unit varchar(100) not null,
  desk varchar(120) not null,
  address bytea not null,
  attempts int not null,
  last_error varchar(500),
  message_id varchar(200),
  proof varchar(1000),
  created_at timestamp(3) with time zone not null,
  changed_at timestamp(3) with time zone not null
);

create index notice_of_unit on notice (unit, created_at, id);
create index notice_of_registering_unit on notice (registering_unit, created_at, id);
create index notice_of_letter on notice (letter_id);
create index notice_of_case on notice (case_id);
