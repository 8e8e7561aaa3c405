-- A fault has ended the comparison; it does not run any more and the next one may begin.
alter table reconcile_run add column stopped boolean default false not null;
