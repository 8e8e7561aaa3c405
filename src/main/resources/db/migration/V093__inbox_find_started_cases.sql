-- "Started by me": what one person has registered, newest first.
create index case_file_started on case_file (registered_by, registered_at desc, id desc);
drop index case_file_registered_by;
