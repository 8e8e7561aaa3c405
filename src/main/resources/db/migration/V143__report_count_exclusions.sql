-- Ratings that were excluded from the figure beside them, each by evidence and two signatures.
alter table daily_figure add column excluded int default 0 not null;
