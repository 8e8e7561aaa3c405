-- Mediation (人民调解) of a dispute between two sides, one for each case of that kind. The row of the dispute says how it
-- stands now; what was said and done are rows of the other tables, which are added and never changed. Of the two sides the
-- applicant is the case's petitioner, the other one its respondent. There is no fee anywhere.
create table dispute (
  case_id     uuid                        not null primary key references case_file (id),
  source      varchar(10)                 not null,
  -- The paper of the police or the court that entrusted it.
  reference   varchar(200)                not null,
  petition_id uuid references case_file (id),
  committee   varchar(64)                 not null,
  kind        varchar(20)                 not null,
  state       varchar(20)                 not null,
  opened_at   timestamp(3) with time zone not null,
  ended_at    timestamp(3) with time zone,
  version     integer                     not null default 1,
  constraint dispute_source check (source in ('PETITION', 'COUNTER', 'POLICE', 'COURT', 'COMMITTEE')),
  constraint dispute_state check (state in ('ASKING_CONSENT', 'ASSIGNING', 'MEDIATING', 'SIGNING', 'PERFORMING',
    'FOLLOWING_UP', 'CLOSED', 'DECLINED', 'FAILED', 'WITHDRAWN', 'BREACHED')),
  constraint dispute_entrusted check (source not in ('POLICE', 'COURT') or reference <> '')
);

create index dispute_opened on dispute (opened_at, case_id);
create index dispute_committee on dispute (committee, opened_at);
create unique index dispute_petition on dispute (petition_id);

-- What a side has said to being mediated; once.
create table dispute_consent (
  case_id  uuid                        not null references dispute (case_id),
  side     varchar(10)                 not null,
  agreed   boolean                     not null,
  words    varchar(4000)               not null,
  via      varchar(10)                 not null,
  said_by  varchar(100)                not null,
  said_at  timestamp(3) with time zone not null,
  primary key (case_id, side),
  constraint dispute_consent_side check (side in ('APPLICANT', 'OTHER')),
  constraint dispute_consent_via check (via in ('OFFICE', 'PORTAL'))
);

-- Who mediates, one after the other where it changed; the latest row counts.
create table dispute_mediator (
  case_id     uuid                        not null references dispute (case_id),
  number      integer                     not null,
  account     varchar(100)                not null,
  how         varchar(10)                 not null,
  reason      varchar(4000)               not null,
  appointed_by varchar(100)               not null,
  appointed_at timestamp(3) with time zone not null,
  primary key (case_id, number),
  constraint dispute_mediator_how check (how in ('CHOSEN', 'ASSIGNED', 'REPLACED'))
);

create index dispute_mediator_account on dispute_mediator (account, case_id);

-- Somebody invited to help, with the consent of both sides.
create table dispute_helper (
  case_id    uuid                        not null references dispute (case_id),
  number     integer                     not null,
  name       varchar(300)                not null,
  calling    varchar(300)                not null,
  invited_by varchar(100)                not null,
  invited_at timestamp(3) with time zone not null,
  primary key (case_id, number)
);

-- What both sides had to agree to: that somebody helps, that it takes longer than the month.
create table dispute_permission (
  case_id    uuid                        not null references dispute (case_id),
  number     integer                     not null,
  what       varchar(10)                 not null,
  side       varchar(10)                 not null,
  written_by varchar(100)                not null,
  written_at timestamp(3) with time zone not null,
  primary key (case_id, number, side),
  constraint dispute_permission_what check (what in ('HELPER', 'EXTENSION'))
);

-- What was found out. Said in confidence, it is shown to nobody on the other side.
create table dispute_record (
  case_id      uuid                        not null references dispute (case_id),
  number       integer                     not null,
  side         varchar(10),
  confidential boolean                     not null,
  text         varchar(20000)              not null,
  heard_on     date                        not null,
  written_by   varchar(100)                not null,
  written_at   timestamp(3) with time zone not null,
  primary key (case_id, number),
  constraint dispute_record_confidential check (not confidential or side is not null)
);

create table dispute_session (
  case_id     uuid                        not null references dispute (case_id),
  number      integer                     not null,
  starts_at   timestamp(3) with time zone not null,
  place       varchar(300)                not null,
  link        varchar(300)                not null,
  open        boolean                     not null,
  arranged_by varchar(100)                not null,
  arranged_at timestamp(3) with time zone not null,
  -- What became of it, written when it was over.
  came        varchar(4000),
  record      varchar(20000),
  read_and_signed boolean,
  result      varchar(10),
  held_by     varchar(100),
  held_at     timestamp(3) with time zone,
  primary key (case_id, number),
  constraint dispute_session_result check (result in ('AGAIN', 'AGREED', 'FAILED'))
);

-- What a side said of the date.
create table dispute_session_answer (
  case_id uuid                        not null references dispute (case_id),
  session integer                     not null,
  side    varchar(10)                 not null,
  comes   boolean                     not null,
  words   varchar(4000)               not null,
  said_at timestamp(3) with time zone not null,
  primary key (case_id, session, side)
);

create table dispute_agreement (
  case_id        uuid                        not null references dispute (case_id),
  number         integer                     not null,
  form           varchar(10)                 not null,
  facts          varchar(20000)              not null,
  responsibility varchar(20000)              not null,
  written_by     varchar(100)                not null,
  written_at     timestamp(3) with time zone not null,
  -- Since when it holds; empty until then, and for ever when it was not signed.
  in_force_on    date,
  primary key (case_id, number),
  constraint dispute_agreement_form check (form in ('WRITTEN', 'ORAL'))
);

create table dispute_part (
  case_id   uuid          not null references dispute (case_id),
  agreement integer       not null,
  number    integer       not null,
  side      varchar(10)   not null,
  act       varchar(2000) not null,
  amount    varchar(200)  not null,
  due_on    date          not null,
  way       varchar(300)  not null,
  primary key (case_id, agreement, number)
);

-- Both sides, the mediator and the committee with its seal.
create table dispute_signature (
  case_id     uuid                        not null references dispute (case_id),
  agreement   integer                     not null,
  signer      varchar(10)                 not null,
  signed_on   date                        not null,
  via         varchar(10)                 not null,
  written_by  varchar(100)                not null,
  written_at  timestamp(3) with time zone not null,
  document_id uuid,
  primary key (case_id, agreement, signer),
  constraint dispute_signature_signer check (signer in ('APPLICANT', 'OTHER', 'MEDIATOR', 'SEAL')),
  constraint dispute_signature_via check (via in ('OFFICE', 'PORTAL'))
);

-- What was said of the performance of a part; PERFORMED stands there once.
create table dispute_part_entry (
  case_id    uuid                        not null references dispute (case_id),
  agreement  integer                     not null,
  part       integer                     not null,
  number     integer                     not null,
  kind       varchar(20)                 not null,
  said_by    varchar(10)                 not null,
  on_day     date                        not null,
  words      varchar(4000)               not null,
  written_by varchar(100)                not null,
  written_at timestamp(3) with time zone not null,
  document_id uuid,
  primary key (case_id, agreement, part, number),
  constraint dispute_part_entry_kind check (kind in ('PERFORMED', 'SAID_PERFORMED', 'NOT_PERFORMED'))
);

-- The joint request to the court, and its answer.
create table dispute_confirmation (
  case_id    uuid                        not null references dispute (case_id) primary key,
  court      varchar(300)                not null,
  asked_on   date                        not null,
  asked_by   varchar(100)                not null,
  asked_at   timestamp(3) with time zone not null,
  result     varchar(10),
  number     varchar(200),
  decided_on date,
  written_by varchar(100),
  written_at timestamp(3) with time zone,
  constraint dispute_confirmation_result check (result in ('CONFIRMED', 'REFUSED', 'WITHDRAWN'))
);

create table dispute_danger (
  case_id     uuid                        not null references dispute (case_id),
  number      integer                     not null,
  words       varchar(4000)               not null,
  seen_by     varchar(100)                not null,
  seen_at     timestamp(3) with time zone not null,
  measures    varchar(4000),
  answered_by varchar(100),
  answered_at timestamp(3) with time zone,
  primary key (case_id, number)
);

create table dispute_follow_up (
  case_id    uuid                        not null references dispute (case_id) primary key,
  on_day     date                        not null,
  way        varchar(10)                 not null,
  holds      boolean                     not null,
  words      varchar(4000)               not null,
  written_by varchar(100)                not null,
  written_at timestamp(3) with time zone not null,
  constraint dispute_follow_up_way check (way in ('VISIT', 'PHONE'))
);

-- To which side a letter went; one that went to nobody of them is on no public page.
create table dispute_letter (
  letter_id uuid        not null primary key,
  case_id   uuid        not null references dispute (case_id),
  side      varchar(10) not null
);

create index dispute_letter_case on dispute_letter (case_id, side);
