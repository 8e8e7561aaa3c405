-- Who was asked to keep away from a case, and what was decided: rows that are added and never changed. The key of a
-- decision lets one in.
create table recusal (
  id uuid primary key,
  case_id uuid not null references case_file,
  account varchar(120) not null,
  ground varchar(20) not null,
  reason varchar(8000) not null,
  asked_by varchar(120) not null,
  asked_at timestamp(3) with time zone not null
);
create index recusal_case on recusal (case_id, account);
create index recusal_account on recusal (account);

create table recusal_decision (
  recusal_id uuid primary key references recusal,
  barred boolean not null,
  reason varchar(8000) not null,
  decided_by varchar(120) not null,
  decided_at timestamp(3) with time zone not null
);

-- Whom a case is about is found by name for whoever reads a list.
create index case_party_respondent on case_party (role, name);
