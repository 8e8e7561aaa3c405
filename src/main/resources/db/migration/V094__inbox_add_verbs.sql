-- What the verbs leave on an item: who handed it on and why, how often it was urged, how many are asked for a word.
alter table work_item add column sender_item varchar(64);
alter table work_item add column handed_by varchar(100);
alter table work_item add column handed_how varchar(20);
alter table work_item add column handed_words varchar(1000);
alter table work_item add column urged integer default 0 not null;
alter table work_item add column urged_at timestamp(3) with time zone;
alter table work_item add column asked integer default 0 not null;
-- Elements to which the model lets this step be returned, separated by commas; empty for none.
alter table work_item add column return_to varchar(400) default '' not null;

-- A request for a word is work as well, but no task of a model.
alter table work_item drop constraint work_item_source;
alter table work_item add constraint work_item_source check (source in ('TASK', 'INCIDENT', 'REQUEST'));

-- What an item has sent on is found when its sender wants it back.
create index work_item_sender on work_item (sender_item);

-- Somebody is asked for a word on an item: before it is finished, after, or as a helper. The row is added when it is
-- asked and answered once. An AFTER request becomes an item of its own when the item that it belongs to is finished.
create table work_item_request (
  id          varchar(64)                 not null primary key,
  item_id     varchar(64)                 not null references work_item (id),
  case_id     uuid                        not null,
  kind        varchar(10)                 not null,
  asked_by    varchar(100)                not null,
  asked_of    varchar(100)                not null,
  question    varchar(1000)               not null,
  asked_at    timestamp(3) with time zone not null,
  state       varchar(10)                 not null,
  answer      varchar(2000),
  answered_at timestamp(3) with time zone,
  constraint work_item_request_kind check (kind in ('BEFORE', 'AFTER', 'HELP')),
  constraint work_item_request_state check (state in ('PLANNED', 'OPEN', 'ANSWERED', 'DROPPED'))
);
create index work_item_request_item on work_item_request (item_id, state);
create index work_item_request_case on work_item_request (case_id, asked_at);

-- A case sent to somebody for knowledge.
create table work_item_copy (
  id        varchar(64)                 not null primary key,
  case_id   uuid                        not null,
  item_id   varchar(64)                 not null references work_item (id),
  sent_by   varchar(100)                not null,
  sent_to   varchar(100)                not null,
  words     varchar(1000)               not null,
  sent_at   timestamp(3) with time zone not null,
  read_at   timestamp(3) with time zone
);
create index work_item_copy_sent_to on work_item_copy (sent_to, sent_at, id);
create index work_item_copy_case on work_item_copy (case_id);

-- Reminders. They are limited per person, item and day.
create table work_item_urge (
  id       varchar(64)                 not null primary key,
  item_id  varchar(64)                 not null references work_item (id),
  urged_by varchar(100)                not null,
  urged_on date                        not null,
  urged_at timestamp(3) with time zone not null,
  words    varchar(1000)               not null
);
create index work_item_urge_item on work_item_urge (item_id, urged_by, urged_on);
