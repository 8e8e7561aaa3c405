-- A clock in hours ends, and is stopped, at a time of day.
alter table clock add column due_at time;
alter table clock add column stopped_at time;
-- So many working days before the due date lies the day that the house sets itself.
alter table clock add column target integer default 0 not null;
alter table clock add column target_on date;
alter table clock add column hands_since date;
-- The latest end of a pause that has not ended.
alter table clock add column paused_until date;
-- Version of the official days by which the clock was last counted.
alter table clock add column calendar integer default 1 not null;
update clock set hands_since = started_on;
alter table clock alter column hands_since set not null;

alter table clock_entry add column effective_at time;
-- The unit of a START or HAND_OVER, the reason of a PAUSE as a row of clock_pauses.
alter table clock_entry add column subject varchar(64) default '' not null;
-- The entry (seq) that a CORRECT or ANNUL puts right.
alter table clock_entry add column corrects integer default 0 not null;
alter table clock_entry add column calendar integer default 1 not null;
alter table clock_entry add column due_at time;
update clock_entry set subject = text, text = '' where kind = 'HAND_OVER';
-- Until now only the present hands were known; of a clock that went from unit to unit the first one is not.
update clock_entry set subject = (select clock.hands from clock where clock.id = clock_entry.clock_id)
  where kind = 'START';
update clock_entry set subject = 'supplement' where kind = 'PAUSE';
