-- What somebody has typed into the form of an item and not sent yet; theirs alone, and gone with the item.
create table draft (
  item_id varchar(64) not null references work_item (id),
  account varchar(100) not null,
  -- Case text: encrypted with the installation's key.
  content bytea not null,
  saved_at timestamp(3) with time zone not null,
  -- The window that wrote it; another one overwrites only what it has seen.
  hand varchar(40) not null,
  primary key (item_id, account)
);
create index draft_account on draft (account);
