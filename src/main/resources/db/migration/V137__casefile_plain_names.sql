-- A name as it is compared: however wide its letters are and wherever it has blanks (casefile.PlainName). What came
-- before is brought in line as far as blanks go.
alter table case_party add column plain_name varchar(1200);
update case_party set plain_name = replace(replace(name, ' ', ''), '　', '');
alter table case_party alter column plain_name set not null;
drop index case_party_respondent;
create index case_party_respondent on case_party (role, plain_name);
