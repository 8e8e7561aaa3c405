-- What a matter tells the people of a role in a unit.
create table matter_message (
  id        uuid                        not null primary key,
  matter_id uuid                        not null references matter (id),
  -- role@unit
  receiver  varchar(120)                not null,
  words     varchar(500)                not null,
  sent_at   timestamp(3) with time zone not null
);
create index matter_message_receiver on matter_message (receiver, sent_at);
create index matter_message_matter on matter_message (matter_id);

-- A notice to everybody (公示), for some days.
create table matter_notice (
  id           uuid                        not null primary key,
  matter_id    uuid                        not null references matter (id),
  heading      varchar(500)                not null,
  words        varchar(500)                not null,
  shown_from   date                        not null,
  shown_until  date                        not null,
  published_at timestamp(3) with time zone not null
);
create index matter_notice_shown on matter_notice (shown_until);
create index matter_notice_matter on matter_notice (matter_id);
