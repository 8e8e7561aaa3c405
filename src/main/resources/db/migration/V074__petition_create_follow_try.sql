-- Wrong tries at the public page by network address, under its keyed hash; forgotten after two days.
create table petition_follow_try (
  address_index varchar(100) primary key,
  wrong_tries int not null,
  last_at timestamp(3) with time zone not null,
  no_try_before timestamp(3) with time zone
);
create index petition_follow_try_last on petition_follow_try (last_at);
