-- The absent colleague for whom an item was finished (A/B 角); finished_by is who did it.
alter table work_item add column on_behalf_of varchar(100);
