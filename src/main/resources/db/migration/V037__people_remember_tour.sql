-- Who has seen the first tour. Not ended: somebody has asked for it again.
create table account_tour (
  account varchar(60) primary key references account,
  ended_at timestamp(3) with time zone
);
