-- Every decision of a petition is a row that is added and never updated; the newest row of a kind is the one in force.

create table petition_screening (
  id uuid primary key,
  case_id uuid not null,
  verdict varchar(20) not null,
  category varchar(60) not null,
  demand_class varchar(20) not null,
  route integer not null,
  urgency varchar(20) not null,
  simple_track boolean not null,
  reason text not null,
  competent_body varchar(200) not null,
  procedure_term varchar(200) not null,
  target_case uuid,
  suggestion text not null,
  decided_by varchar(60) not null,
  decided_at timestamp(3) with time zone not null
);
create index petition_screening_case on petition_screening (case_id, decided_at);

create table petition_assignment (
  id uuid primary key,
  case_id uuid not null,
  lead_unit varchar(60) not null,
  co_units varchar(1000) not null,
  reason text not null,
  assigned_by varchar(60) not null,
  assigned_at timestamp(3) with time zone not null
);
create index petition_assignment_case on petition_assignment (case_id, assigned_at);

create table petition_acceptance (
  id uuid primary key,
  case_id uuid not null,
  accepted boolean not null,
  officer varchar(60),
  leader varchar(60),
  reason text not null,
  decided_by varchar(60) not null,
  decided_at timestamp(3) with time zone not null
);
create index petition_acceptance_case on petition_acceptance (case_id, decided_at);

create table petition_note (
  id uuid primary key,
  case_id uuid not null,
  kind varchar(20) not null,
  unit_id varchar(60) not null,
  text text not null,
  written_by varchar(60) not null,
  written_at timestamp(3) with time zone not null
);
create index petition_note_case on petition_note (case_id, written_at);

create table petition_reply (
  id uuid primary key,
  case_id uuid not null,
  draft_number integer not null,
  answers text not null,
  remedy text not null,
  method varchar(20) not null,
  drafted_by varchar(60) not null,
  drafted_at timestamp(3) with time zone not null,
  unique (case_id, draft_number)
);

create table petition_approval (
  id uuid primary key,
  case_id uuid not null,
  draft_number integer not null,
  approved boolean not null,
  reason text not null,
  decided_by varchar(60) not null,
  decided_at timestamp(3) with time zone not null,
  unique (case_id, draft_number)
);

create table petition_delivery_change (
  id uuid primary key,
  case_id uuid not null,
  method varchar(20) not null,
  reason text not null,
  decided_by varchar(60) not null,
  decided_at timestamp(3) with time zone not null
);
create index petition_delivery_change_case on petition_delivery_change (case_id, decided_at);

create table petition_supplement (
  id uuid primary key,
  case_id uuid not null,
  question text not null,
  asked_by varchar(60) not null,
  asked_at timestamp(3) with time zone not null
);
create index petition_supplement_case on petition_supplement (case_id, asked_at);

create table petition_supplement_answer (
  id uuid primary key,
  case_id uuid not null,
  text text not null,
  received_by varchar(60) not null,
  received_at timestamp(3) with time zone not null
);
create index petition_supplement_answer_case on petition_supplement_answer (case_id, received_at);

create table petition_rating (
  case_id uuid primary key,
  solved varchar(10) not null,
  unit_rating varchar(30) not null,
  office_rating varchar(30) not null,
  comment text not null,
  rated_via varchar(20) not null,
  rated_by varchar(60) not null,
  rated_at timestamp(3) with time zone not null
);

create table petition_withdrawal (
  case_id uuid primary key,
  reason text not null,
  recorded_by varchar(60) not null,
  recorded_at timestamp(3) with time zone not null
);
