-- A case may have more than one side that follows it: each further one has a code and a secret of its own, which wrong
-- tries slow down as they do the case's own code.
create table case_follower (
  case_id       uuid         not null references case_file (id),
  -- Which of them it is, in the words of the module that gave out the code.
  follower      varchar(20)  not null,
  tracking_code varchar(12)  not null,
  secret_hash   varchar(64)  not null,
  wrong_tries   integer      not null default 0,
  no_try_before timestamp(3) with time zone,
  primary key (case_id, follower),
  constraint case_follower_code unique (tracking_code)
);
