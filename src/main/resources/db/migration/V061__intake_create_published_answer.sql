-- An answer that everybody may read, rewritten by an officer so that nobody is known by it. Its words never change.
create table published_answer (
  id uuid primary key,
  case_id uuid not null,
  registering_unit varchar(60) not null,
  title varchar(200) not null,
  question text not null,
  answer text not null,
  category varchar(80) not null,
  territory varchar(60) not null,
  word_count int not null,
  state varchar(20) not null,
  proposed_by varchar(120) not null,
  proposed_at timestamp(3) with time zone not null,
  decided_by varchar(120),
  decided_at timestamp(3) with time zone,
  withdrawn_by varchar(120),
  withdrawn_at timestamp(3) with time zone,
  reason text
);
create index published_answer_newest on published_answer (state, decided_at, id);
create index published_answer_category on published_answer (state, category, decided_at, id);
create index published_answer_case on published_answer (case_id);

-- What it is found by: words, and pairs of neighbouring Chinese characters.
create table published_answer_word (
  word varchar(40) not null,
  answer_id uuid not null references published_answer,
  primary key (word, answer_id)
);
