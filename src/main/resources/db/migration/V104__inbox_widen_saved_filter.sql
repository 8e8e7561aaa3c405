-- A hundred Chinese characters take nine times as much room in an address.
alter table saved_filter alter column query set data type varchar(2000);
