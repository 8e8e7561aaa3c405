-- One row for each form or API call that was answered, so that sending it again gets the same answer and no second case.
create table intake_idempotency (
  sender varchar(120) not null,
  idempotency_key varchar(200) not null,
  fingerprint varchar(64) not null,
  case_id uuid not null,
  answered_at timestamp(3) with time zone not null,
  primary key (sender, idempotency_key)
);
