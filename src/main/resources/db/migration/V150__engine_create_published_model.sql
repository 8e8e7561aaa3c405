-- A version of a model that people here brought into force; the file itself is in the engine's own deployment. What came
-- with the product has no row. Rows are added and never changed.
create table published_model (
  kind          varchar(8)                  not null,
  model_key     varchar(64)                 not null,
  version       int                         not null,
  name          varchar(200)                not null,
  deployment_id varchar(64)                 not null,
  file          varchar(80)                 not null,
  note          varchar(2000)               not null,
  -- The shipped model that this version takes account of; empty for a model of the house's own.
  shipped_hash  varchar(64),
  author        varchar(100)                not null,
  published_by  varchar(100)                not null,
  published_at  timestamp(3) with time zone not null,
  primary key (kind, model_key, version),
  constraint published_model_kind check (kind in ('BPMN', 'DMN', 'FORM'))
);

-- Every model that a version of the product has brought to this installation: what a newer one is compared with.
create table shipped_model (
  file    varchar(100)                not null,
  hash    varchar(64)                 not null,
  source  text                        not null,
  seen_at timestamp(3) with time zone not null,
  primary key (file, hash)
);
