-- The engine's id of the step that the item stands for: by it a step that was passed is found again.
alter table work_item add column step_id varchar(64);
