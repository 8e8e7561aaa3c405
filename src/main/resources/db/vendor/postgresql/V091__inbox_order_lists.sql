-- Every list is a run of one index: its rows stand beside each other in the order of the list, so that a page is a seek and
-- fifty steps, wherever it begins, and a count is a seek and as many steps as it counts. The keys are computed and empty
-- for what is not on the list, and indexes leave out the empty ones.
alter table work_item add column todo_key varchar(130) generated always as (case when state = 'OPEN' then waits_for end) stored;
-- Whose work it is, and who registered the case: what a unit sees of others' work, so nothing confidential.
alter table work_item add column unit_key varchar(64) generated always as (case when state = 'OPEN' and not confidential then unit_id end) stored;
alter table work_item add column office_key varchar(64) generated always as (case when state = 'OPEN' and not confidential then case_unit end) stored;
-- The same, for those who see more units than can be looked through one after the other.
alter table work_item add column open_key varchar(10) generated always as (case when state = 'OPEN' and not confidential then state end) stored;
alter table work_item add column done_key varchar(100) generated always as (case when state = 'DONE' then finished_by end) stored;
-- Since when it waits for whom it waits for: "newest" for the reader, and what has come since the page was made.
alter table work_item add column waits_since timestamp(3) with time zone;
update work_item set waits_since = created_at;
alter table work_item alter column waits_since set not null;

drop index work_item_waits_for;
drop index work_item_unit;
drop index work_item_case_unit;
drop index work_item_finished;

create index work_item_todo_due on work_item (todo_key, rank_on, id) where todo_key is not null;
create index work_item_todo_newest on work_item (todo_key, waits_since desc, id desc) where todo_key is not null;
create index work_item_todo_code on work_item (todo_key, case_code, id) where todo_key is not null;
create index work_item_unit_due on work_item (unit_key, rank_on, id) where unit_key is not null;
create index work_item_unit_newest on work_item (unit_key, waits_since desc, id desc) where unit_key is not null;
create index work_item_unit_code on work_item (unit_key, case_code, id) where unit_key is not null;
create index work_item_office_due on work_item (office_key, rank_on, id) where office_key is not null;
create index work_item_office_newest on work_item (office_key, waits_since desc, id desc) where office_key is not null;
create index work_item_office_code on work_item (office_key, case_code, id) where office_key is not null;
create index work_item_open_due on work_item (open_key, rank_on, id) where open_key is not null;
create index work_item_open_newest on work_item (open_key, waits_since desc, id desc) where open_key is not null;
create index work_item_open_code on work_item (open_key, case_code, id) where open_key is not null;
-- The two filters that officers use all day.
create index work_item_todo_kind on work_item (todo_key, kind, rank_on, id) where todo_key is not null;
create index work_item_todo_category on work_item (todo_key, category, rank_on, id) where todo_key is not null;
create index work_item_done on work_item (done_key, finished_at desc, id desc) where done_key is not null;
