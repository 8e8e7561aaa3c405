-- What the petitioner is not satisfied with, what was said on the telephone and decided, what the unit did then, and
-- which ratings do not count in the figures. Rows are added and never changed; keys let one of two at a time in.
create table petition_dissatisfaction (
  case_id uuid primary key,
  source varchar(20) not null,
  unit_id varchar(60) not null,
  solved varchar(10) not null,
  kept_procedure varchar(30),
  attitude varchar(30),
  words text not null,
  raised_by varchar(120) not null,
  raised_at timestamp(3) with time zone not null
);

create table petition_call_back (
  case_id uuid not null references petition_dissatisfaction,
  call_number integer not null,
  solved varchar(10) not null,
  kept_procedure varchar(30) not null,
  attitude varchar(30) not null,
  decision varchar(20) not null,
  reason text not null,
  decided_by varchar(120) not null,
  decided_at timestamp(3) with time zone not null,
  primary key (case_id, call_number)
);

create table petition_redress (
  case_id uuid not null references petition_dissatisfaction,
  call_number integer not null,
  text text not null,
  written_by varchar(120) not null,
  written_at timestamp(3) with time zone not null,
  primary key (case_id, call_number)
);

create table petition_rating_exclusion (
  id uuid primary key,
  case_id uuid not null references petition_rating,
  reason text not null,
  evidence uuid not null,
  proposed_by varchar(120) not null,
  proposed_at timestamp(3) with time zone not null
);
create index petition_rating_exclusion_case on petition_rating_exclusion (case_id);

create table petition_rating_exclusion_decision (
  exclusion_id uuid primary key references petition_rating_exclusion,
  excluded boolean not null,
  reason text not null,
  decided_by varchar(120) not null,
  decided_at timestamp(3) with time zone not null
);
