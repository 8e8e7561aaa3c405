-- What the register said of one day, per unit, first-level category and place; reports against persons are not in it.
-- A case has its unit and category some days after it was registered: a day is counted again until it has settled.
create table daily_figure (
  counted_on  date        not null,
  unit_id     varchar(64) not null,
  -- Empty for a case that nobody has screened yet.
  category    varchar(80) not null,
  place       varchar(64) not null,
  registered  int         not null,
  closed      int         not null,
  -- How many were open, and how many of them overdue, at the end of the day.
  open_cases  int         not null,
  overdue     int         not null,
  unsatisfied int         not null,
  primary key (counted_on, unit_id, category, place)
);

-- Which days have been counted: a day on which nothing happened has no figures.
create table figure_day (
  counted_on date                        not null primary key,
  counted_at timestamp(3) with time zone not null
);

-- One look a night, however many nodes.
create table warning_night (
  night       date                        not null primary key,
  started_at  timestamp(3) with time zone not null,
  finished_at timestamp(3) with time zone,
  raised      int                         not null,
  joined      int                         not null
);
