-- The day that the house sets itself for the clock that an item follows, before its legal date.
alter table work_item add column target_on date;
update work_item set target_on = (select min(c.target_on) from clock c
    where c.case_id = work_item.case_id and c.kind = work_item.due_kind and c.due_on = work_item.due_on
      and c.stopped_on is null)
  where state = 'OPEN' and due_on is not null;
