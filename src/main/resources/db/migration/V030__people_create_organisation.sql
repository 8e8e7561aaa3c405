create table territory (
  id varchar(60) primary key,
  name varchar(100) not null,
  parent varchar(60) references territory,
  -- /district/street/ - ids from the top, so that everything below is one prefix
  path varchar(500) not null
);

create table unit (
  id varchar(60) primary key,
  name varchar(100) not null,
  parent varchar(60) references unit,
  kind varchar(20) not null,
  territory varchar(60) not null references territory,
  function varchar(40),
  path varchar(500) not null
);

create table account (
  id varchar(60) primary key,
  name varchar(100) not null,
  unit varchar(60) not null references unit,
  email varchar(200),
  password varchar(200) not null,
  enabled boolean not null
);
create index account_unit on account (unit);

create table account_role (
  account varchar(60) not null references account,
  role varchar(20) not null,
  primary key (account, role)
);

create table api_key (
  name varchar(60) primary key,
  unit varchar(60) not null references unit,
  hash varchar(64) not null unique,
  created_at timestamp(3) with time zone not null,
  enabled boolean not null
);

-- Tells a lost or exchanged key before it is used on data that it can not read.
create table installation_key (
  id integer primary key,
  fingerprint varchar(64) not null
);
