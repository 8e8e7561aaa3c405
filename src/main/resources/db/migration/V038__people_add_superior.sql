-- Whom the person answers to by name. What a person is complained about is kept from their superior too.
alter table account add column superior varchar(60);
