-- The review of how a case was handled (四不放过). The row says how it stands now; what was claimed, judged and signed are
-- rows of review_step, which are added and never changed.
create table review (
  id                uuid                        not null primary key,
  case_id           uuid                        not null references case_file (id),
  number            varchar(200)                not null,
  -- The unit that handled the case, and whose review it is, role@unit.
  unit_id           varchar(64)                 not null,
  desk              varchar(120)                not null,
  -- Why: the reason, the words of whoever opened it, and of the rule.
  cause_of          varchar(30)                 not null,
  reason            varchar(2000)               not null,
  rule_words        varchar(1000)               not null,
  opened_by         varchar(100)                not null,
  opened_at         timestamp(3) with time zone not null,
  -- The notice to the unit: first line title, then the text.
  notice            varchar(10000)              not null,
  state             varchar(10)                 not null,
  -- Under which id its process runs; it is known once the process has been started.
  run               varchar(64),
  -- A case has one open review at most: a second click finds the first.
  open_key          uuid,
  constraint review_state check (state in ('NAMING', 'LIMITING', 'OPEN', 'SIGNING', 'SIGNED')),
  constraint review_open unique (open_key)
);

create index review_case on review (case_id, opened_at);
create index review_unit on review (unit_id, state);
create index review_opened on review (opened_at, id);

-- Every reason that somebody saw, whether or not the table of triggers made a review of it.
create table review_proposal (
  id          uuid                        not null primary key,
  case_id     uuid                        not null references case_file (id),
  cause_of    varchar(30)                 not null,
  proposed_by varchar(100)                not null,
  proposed_at timestamp(3) with time zone not null,
  opened      boolean                     not null,
  rule_words  varchar(1000)               not null
);

create index review_proposal_case on review_proposal (case_id, cause_of);

create table review_member (
  review_id   uuid                        not null references review (id),
  number      integer                     not null,
  account     varchar(100)                not null,
  part        varchar(10)                 not null,
  named_by    varchar(100)                not null,
  named_at    timestamp(3) with time zone not null,
  -- Said by the member: no interest in the matter, the unit or the people.
  declared_at timestamp(3) with time zone,
  left_at     timestamp(3) with time zone,
  left_why    varchar(1000),
  primary key (review_id, number)
);

create index review_member_account on review_member (account, left_at);

create table review_track (
  review_id uuid                        not null references review (id),
  track     varchar(20)                 not null,
  in_scope  boolean                     not null,
  phase     varchar(10)                 not null,
  since     timestamp(3) with time zone not null,
  -- Until when the unit claims it.
  due_on    date,
  reviewer  varchar(100),
  primary key (review_id, track),
  constraint review_track_phase check (phase in ('CLAIM', 'HEARING', 'VERDICT', 'PASSED'))
);

create table review_step (
  review_id uuid                        not null references review (id),
  number    integer                     not null,
  track     varchar(20),
  kind      varchar(20)                 not null,
  done_by   varchar(100)                not null,
  done_at   timestamp(3) with time zone not null,
  words     varchar(10000)              not null,
  due_on    date,
  -- Tracks that a limitation leaves in the scope.
  tracks    varchar(200),
  primary key (review_id, number)
);

create index review_step_time on review_step (done_at, kind);

create table review_file (
  review_id   uuid    not null,
  number      integer not null,
  document_id uuid    not null references document (id),
  -- The cause for which it is evidence; none when it is for the whole claim.
  cause       integer,
  primary key (review_id, number, document_id),
  foreign key (review_id, number) references review_step (review_id, number)
);
