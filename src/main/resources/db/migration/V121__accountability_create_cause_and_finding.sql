-- What a claim of the cause says: the facts as each side states them, and the tree of causes down to the root ones.
create table fact_statement (
  review_id uuid           not null,
  number    integer        not null,
  side      varchar(10)    not null,
  words     varchar(10000) not null,
  primary key (review_id, number, side),
  foreign key (review_id, number) references review_step (review_id, number)
);

create table cause (
  review_id uuid          not null,
  number    integer       not null,
  place     integer       not null,
  -- 1 for the first "why", one more for each "why" below it.
  depth     integer       not null,
  words     varchar(2000) not null,
  kind      varchar(10)   not null,
  root      boolean       not null,
  primary key (review_id, number, place),
  foreign key (review_id, number) references review_step (review_id, number)
);

-- Who is asked for an own statement (陈述申辩), until when, and what they said.
create table hearing_of_person (
  review_id uuid                        not null references review (id),
  number    integer                     not null,
  account   varchar(100)                not null,
  asked_by  varchar(100)                not null,
  asked_at  timestamp(3) with time zone not null,
  until_on  date                        not null,
  words     varchar(10000),
  stated_at timestamp(3) with time zone,
  lapsed_at timestamp(3) with time zone,
  primary key (review_id, number),
  constraint hearing_of_person_once unique (review_id, account)
);

-- Who is responsible, by a claim of the responsibility; a claim without one says why nobody is.
create table finding (
  review_id       uuid          not null,
  number          integer       not null,
  place           integer       not null,
  account         varchar(100),
  person          varchar(200)  not null,
  share           varchar(10)   not null,
  rule_broken     varchar(1000) not null,
  statement       varchar(4000) not null,
  measure         varchar(1000) not null,
  decision_number varchar(200)  not null,
  decided_on      date          not null,
  primary key (review_id, number, place),
  foreign key (review_id, number) references review_step (review_id, number)
);
