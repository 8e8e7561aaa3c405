-- Wrong passwords, by account and by address; in the database, so that it holds on every node.
create table log_in_tries (
  -- Keyed hash: people type passwords into the wrong field, and an address is somebody's.
  subject varchar(64) primary key,
  tries integer not null,
  last_at timestamp(3) with time zone not null,
  no_try_before timestamp(3) with time zone
);
create index log_in_tries_last_at on log_in_tries (last_at);
