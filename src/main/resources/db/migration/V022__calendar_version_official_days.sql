-- The official days of a year as a notice named them: proposed by one person, approved by another, never changed. The
-- days of a version are those of the newest approved change of each year up to that version.
create table calendar_change (
  id uuid primary key,
  year_of integer not null,
  source varchar(300) not null,
  proposed_by varchar(100) not null,
  proposed_name varchar(200) not null,
  proposed_at timestamp(3) with time zone not null,
  -- The year until it is decided, then null: one change of a year waits at most.
  open_year integer unique,
  decided_by varchar(100),
  decided_name varchar(200),
  decided_at timestamp(3) with time zone,
  words varchar(1000) default '' not null,
  -- Null until approved.
  version integer
);

create table calendar_change_day (
  change_id uuid not null references calendar_change (id),
  official_day date not null,
  kind varchar(4) not null check (kind in ('OFF', 'WORK')),
  name varchar(60) not null,
  name_en varchar(60) not null,
  primary key (change_id, official_day)
);

-- Both years that come with the installation, and what was taken in before, are the first version.
insert into calendar_change (id, year_of, source, proposed_by, proposed_name, proposed_at, decided_by, decided_name,
    decided_at, version) values
  ('00000000-0000-0000-0000-000000002025', 2025, '国务院办公厅关于2025年部分节假日安排的通知', 'system', '系统',
    timestamp with time zone '2026-01-01 00:00:00+08:00', 'system', '系统', timestamp with time zone '2026-01-01 00:00:00+08:00', 1),
  ('00000000-0000-0000-0000-000000002026', 2026, '国务院办公厅关于2026年部分节假日安排的通知', 'system', '系统',
    timestamp with time zone '2026-01-01 00:00:00+08:00', 'system', '系统', timestamp with time zone '2026-01-01 00:00:00+08:00', 1);

insert into calendar_change (id, year_of, source, proposed_by, proposed_name, proposed_at, decided_by, decided_name,
    decided_at, version)
  select cast('00000000-0000-0000-0000-00000000' || old.year_of as uuid), old.year_of, old.source, 'system', '系统',
      timestamp with time zone '2026-01-01 00:00:00+08:00', 'system', '系统', timestamp with time zone '2026-01-01 00:00:00+08:00', 1
    from (select cast(extract(year from official_day) as integer) as year_of, max(source) as source from calendar_day
      where official_day > date '2026-12-31' group by cast(extract(year from official_day) as integer)) old;

insert into calendar_change_day (change_id, official_day, kind, name, name_en)
  select cast('00000000-0000-0000-0000-00000000' || cast(extract(year from official_day) as integer) as uuid),
      official_day, kind, name, name_en
    from calendar_day where official_day > date '2026-12-31';

drop table calendar_day;
