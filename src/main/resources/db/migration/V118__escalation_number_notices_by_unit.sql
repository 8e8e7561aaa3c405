-- A written notice is numbered by its office, kind and year, without gaps, and keeps its title: first line title, then
-- the text. What was issued before keeps the number that stands on it.
alter table written_notice rename column number to counted;
alter table written_notice add column number varchar(200);
alter table written_notice alter column text set data type varchar(10000);
update written_notice set
  number = case kind when 'NOTICE' then '催办' else '通报' end || '〔' || extract(year from issued_at) || '〕' || counted || '号',
  text = case kind when 'NOTICE' then '催办通知书' else '通报批评' end || chr(10) || text;
alter table written_notice alter column number set not null;
alter table written_notice drop column counted;
