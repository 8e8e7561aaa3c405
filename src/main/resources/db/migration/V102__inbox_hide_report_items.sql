-- What nobody holds of a report against a person waits under a key of its own: who is not named on the report does not
-- find it among what the group may claim.
update work_item set waits_for = 'report:' || unit_id
  where state = 'OPEN' and confidential and source = 'TASK' and assignee is null;
