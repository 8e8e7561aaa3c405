-- Officers link cases too, and say why; a case that was merged needs no other reason.
alter table case_link add column reason varchar(4000);

-- The register finds a case by the whole name of a petitioner.
create index case_party_name on case_party (name);
