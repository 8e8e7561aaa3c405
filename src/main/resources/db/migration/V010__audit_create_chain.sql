-- One row per chain: where it stands. Locked while a transaction adds its entries.
create table audit_head (
  chain uuid primary key,
  seq bigint not null,
  hash varchar(64) not null
);

create table audit_entry (
  chain uuid not null,
  seq bigint not null,
  at timestamp(3) with time zone not null,
  actor_id varchar(120) not null,
  actor_name varchar(200) not null,
  act varchar(100) not null,
  -- Canonical JSON, exactly as it was hashed.
  details varchar not null,
  previous varchar(64) not null,
  hash varchar(64) not null,
  primary key (chain, seq)
);

-- A day's seal over the chains that grew since the last one.
create table audit_anchor (
  number bigint primary key,
  sealed_on date not null,
  sealed_at timestamp(3) with time zone not null,
  chains bigint not null,
  previous varchar(64) not null,
  root varchar(64) not null
);

create table audit_anchor_head (
  chain uuid not null,
  seq bigint not null,
  number bigint not null references audit_anchor,
  hash varchar(64) not null,
  primary key (chain, seq)
);
create index audit_anchor_head_number on audit_anchor_head (number, chain);
