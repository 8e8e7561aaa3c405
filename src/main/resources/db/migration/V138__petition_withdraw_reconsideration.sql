-- The petitioner has taken a request for reconsideration or final review back; a row that is added and never changed.
create table petition_reconsideration_withdrawal (
  reconsideration_id uuid primary key references petition_reconsideration,
  reason text not null,
  recorded_by varchar(60) not null,
  recorded_at timestamp(3) with time zone not null
);
