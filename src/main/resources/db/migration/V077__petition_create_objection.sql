-- Objections to a transfer (异议): what a unit says against an assignment, and every step until it is decided. Rows are
-- added and never changed; the last step says where the objection stands, keys let one of two at a time in.
create table petition_objection (
  id uuid primary key,
  case_id uuid not null,
  objection_number integer not null,
  unit_id varchar(60) not null,
  sender_unit varchar(60) not null,
  category varchar(60) not null,
  territory varchar(60) not null,
  reason text not null,
  basis text not null,
  made_by varchar(120) not null,
  made_at timestamp(3) with time zone not null,
  unique (case_id, objection_number)
);
create index petition_objection_alike on petition_objection (category, territory);
create index petition_objection_unit on petition_objection (unit_id);

create table petition_objection_step (
  objection_id uuid not null references petition_objection,
  step_number integer not null,
  state varchar(20) not null,
  body varchar(60) not null,
  to_unit varchar(60),
  ending varchar(20),
  reason text not null,
  basis text not null,
  held_on date,
  participants text,
  minutes uuid,
  taken_by varchar(120) not null,
  taken_at timestamp(3) with time zone not null,
  primary key (objection_id, step_number)
);
