-- The day set for the closing report (交办); null when the matter was only passed on (转送).
alter table petition_assignment add column report_by date;
