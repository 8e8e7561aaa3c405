-- A case that is handled anew gets another answer, which is rated and disputed for itself: what was said of the answer
-- before says nothing of this one. answer_number counts the handling opinions that have arrived, from 1.
alter table petition_rating rename to petition_rating_before;
alter table petition_rating_exclusion rename to petition_rating_exclusion_before;
alter table petition_rating_exclusion_decision rename to petition_rating_exclusion_decision_before;
alter table petition_dissatisfaction rename to petition_dissatisfaction_before;
alter table petition_call_back rename to petition_call_back_before;
alter table petition_redress rename to petition_redress_before;

create table petition_rating (
  case_id uuid not null,
  answer_number integer not null,
  solved varchar(10) not null,
  unit_rating varchar(30) not null,
  office_rating varchar(30) not null,
  comment text not null,
  rated_via varchar(20) not null,
  rated_by varchar(60) not null,
  rated_at timestamp(3) with time zone not null,
  primary key (case_id, answer_number)
);

create table petition_rating_exclusion (
  id uuid primary key,
  case_id uuid not null,
  answer_number integer not null,
  reason text not null,
  evidence uuid not null,
  proposed_by varchar(120) not null,
  proposed_at timestamp(3) with time zone not null,
  foreign key (case_id, answer_number) references petition_rating
);

create table petition_rating_exclusion_decision (
  exclusion_id uuid primary key references petition_rating_exclusion,
  excluded boolean not null,
  reason text not null,
  decided_by varchar(120) not null,
  decided_at timestamp(3) with time zone not null
);

create table petition_dissatisfaction (
  case_id uuid not null,
  answer_number integer not null,
  source varchar(20) not null,
  unit_id varchar(60) not null,
  solved varchar(10) not null,
  kept_procedure varchar(30),
  attitude varchar(30),
  words text not null,
  raised_by varchar(120) not null,
  raised_at timestamp(3) with time zone not null,
  primary key (case_id, answer_number)
);

create table petition_call_back (
  case_id uuid not null,
  answer_number integer not null,
  call_number integer not null,
  solved varchar(10) not null,
  kept_procedure varchar(30) not null,
  attitude varchar(30) not null,
  decision varchar(20) not null,
  reason text not null,
  decided_by varchar(120) not null,
  decided_at timestamp(3) with time zone not null,
  primary key (case_id, answer_number, call_number),
  foreign key (case_id, answer_number) references petition_dissatisfaction
);

create table petition_redress (
  case_id uuid not null,
  answer_number integer not null,
  call_number integer not null,
  text text not null,
  written_by varchar(120) not null,
  written_at timestamp(3) with time zone not null,
  primary key (case_id, answer_number, call_number),
  foreign key (case_id, answer_number) references petition_dissatisfaction
);

insert into petition_rating (case_id, answer_number, solved, unit_rating, office_rating, comment, rated_via, rated_by,
    rated_at)
  select b.case_id, greatest(1, (select count(*) from petition_opinion o where o.case_id = b.case_id
      and o.kind = 'HANDLING' and o.delivered_on <= cast(b.rated_at as date))),
    b.solved, b.unit_rating, b.office_rating, b.comment, b.rated_via, b.rated_by, b.rated_at
  from petition_rating_before b;

insert into petition_rating_exclusion (id, case_id, answer_number, reason, evidence, proposed_by, proposed_at)
  select b.id, b.case_id, r.answer_number, b.reason, b.evidence, b.proposed_by, b.proposed_at
  from petition_rating_exclusion_before b join petition_rating r on r.case_id = b.case_id;

insert into petition_rating_exclusion_decision (exclusion_id, excluded, reason, decided_by, decided_at)
  select exclusion_id, excluded, reason, decided_by, decided_at from petition_rating_exclusion_decision_before;

insert into petition_dissatisfaction (case_id, answer_number, source, unit_id, solved, kept_procedure, attitude, words,
    raised_by, raised_at)
  select b.case_id, greatest(1, (select count(*) from petition_opinion o where o.case_id = b.case_id
      and o.kind = 'HANDLING' and o.delivered_on <= cast(b.raised_at as date))),
    b.source, b.unit_id, b.solved, b.kept_procedure, b.attitude, b.words, b.raised_by, b.raised_at
  from petition_dissatisfaction_before b;

insert into petition_call_back (case_id, answer_number, call_number, solved, kept_procedure, attitude, decision, reason,
    decided_by, decided_at)
  select b.case_id, d.answer_number, b.call_number, b.solved, b.kept_procedure, b.attitude, b.decision, b.reason,
    b.decided_by, b.decided_at
  from petition_call_back_before b join petition_dissatisfaction d on d.case_id = b.case_id;

insert into petition_redress (case_id, answer_number, call_number, text, written_by, written_at)
  select b.case_id, d.answer_number, b.call_number, b.text, b.written_by, b.written_at
  from petition_redress_before b join petition_dissatisfaction d on d.case_id = b.case_id;

drop table petition_redress_before;
drop table petition_call_back_before;
drop table petition_dissatisfaction_before;
drop table petition_rating_exclusion_decision_before;
drop table petition_rating_exclusion_before;
drop table petition_rating_before;

create index petition_rating_exclusion_case on petition_rating_exclusion (case_id, answer_number);
create index petition_rating_rated on petition_rating (rated_at);
