-- Hearings (听证) at final review: asked for by the reviewer, approved by the leader, recorded afterwards.

create table petition_hearing (
  id uuid primary key,
  reconsideration_id uuid not null references petition_reconsideration,
  number integer not null,
  planned_on date not null,
  place varchar(200) not null,
  participants text not null,
  matters text not null,
  asked_by varchar(60) not null,
  asked_at timestamp(3) with time zone not null,
  constraint petition_hearing_number unique (reconsideration_id, number)
);

create table petition_hearing_approval (
  hearing_id uuid primary key references petition_hearing,
  approved boolean not null,
  reason text not null,
  decided_by varchar(60) not null,
  decided_at timestamp(3) with time zone not null
);

create table petition_hearing_record (
  hearing_id uuid primary key references petition_hearing,
  held boolean not null,
  held_on date not null,
  record text not null,
  signatures text not null,
  recorded_by varchar(60) not null,
  recorded_at timestamp(3) with time zone not null
);
