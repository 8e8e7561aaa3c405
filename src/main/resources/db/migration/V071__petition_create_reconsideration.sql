-- Opinions that have arrived, and what is asked against them. Decisions are rows that are added and never updated.

create table petition_reconsideration (
  id uuid primary key,
  case_id uuid not null,
  opinion_id uuid not null,
  attempt integer not null,
  level varchar(20) not null,
  body varchar(60) not null,
  asked_on date not null,
  reasons text not null,
  late_reason text not null,
  was_closed boolean not null,
  recorded_by varchar(60) not null,
  recorded_at timestamp(3) with time zone not null,
  constraint petition_reconsideration_once unique (opinion_id, attempt)
);
create index petition_reconsideration_case on petition_reconsideration (case_id, recorded_at);

-- clock_id: the time in which the next higher body can be asked; none for an opinion that opens no such right.
create table petition_opinion (
  id uuid primary key,
  case_id uuid not null,
  number integer not null,
  kind varchar(20) not null,
  unit_id varchar(60) not null,
  letter_id uuid not null,
  delivered_on date not null,
  reconsideration_id uuid references petition_reconsideration,
  result varchar(20),
  clock_id uuid,
  constraint petition_opinion_number unique (case_id, number)
);

create table petition_reconsideration_admission (
  reconsideration_id uuid primary key references petition_reconsideration,
  admitted boolean not null,
  reason text not null,
  decided_by varchar(60) not null,
  decided_at timestamp(3) with time zone not null
);

create table petition_reconsideration_draft (
  reconsideration_id uuid not null references petition_reconsideration,
  draft_number integer not null,
  findings text not null,
  method varchar(20) not null,
  drafted_by varchar(60) not null,
  drafted_at timestamp(3) with time zone not null,
  primary key (reconsideration_id, draft_number)
);

create table petition_reconsideration_approval (
  reconsideration_id uuid not null references petition_reconsideration,
  draft_number integer not null,
  approved boolean not null,
  reason text not null,
  decided_by varchar(60) not null,
  decided_at timestamp(3) with time zone not null,
  primary key (reconsideration_id, draft_number)
);
