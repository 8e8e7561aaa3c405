package org.petitiondesk.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Screenings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases on their way past their date. One that is accepted on 2 March 2026 is due on 6 May, the first working day after
 * the holidays.
 */
@Component
public class Overdue {

  private final Petitions petitions;
  private final Clocks clocks;
  private final Processes processes;
  private final Jobs jobs;
  private final JdbcClient jdbc;

  Overdue(Petitions petitions, Clocks clocks, Processes processes, Jobs jobs, JdbcClient jdbc) {
    this.petitions = petitions;
    this.clocks = clocks;
    this.processes = processes;
    this.jobs = jobs;
    this.jdbc = jdbc;
  }

  /** Accepted on 2 March, and the petitioner told: only the handling clock runs. */
  public CaseId accepted() {
    return accepted(Urgency.NORMAL);
  }

  public CaseId accepted(Urgency urgency) {
    jobs.moveTo(at("2026-03-02", "10:00"));
    var id = petitions.registered();
    petitions.screen(id, Screenings.accept(Petitions.LEAD).urgency(urgency));
    petitions.accept(id);
    petitions.sendLetters(id);
    return id;
  }

  /** Until then everything that falls due for the case happens. */
  public void liveUntil(CaseId id, String day, String time) {
    jobs.liveUntil(id, at(day, time));
  }

  /** Its leader was asked to decide an hour after the written reminder, on 7 May at half past nine. */
  public CaseId undecided() {
    var id = accepted();
    jobs.liveUntil(id, at("2026-05-07", "10:00"));
    return id;
  }

  public ClockState handling(CaseId id) {
    return clocks.of(id).stream().filter(clock -> clock.kind().equals("handling")).findFirst().orElseThrow();
  }

  public OpenTask decision(CaseId id) {
    return processes.openTasks(id).stream().filter(task -> task.key().equals(EscalationClockWatch.USER_DECIDE))
        .findFirst()
        .orElseThrow();
  }

  /** Step, and when it went off. */
  public List<String> alarms(CaseId id) {
    return jdbc.sql("select step, fired_at from clock_alarm where case_id = ? order by fired_at").param(id.value())
        .query((rs, row) -> {
          var at = Dates.local(rs.getTimestamp("fired_at").toInstant());
          return rs.getString("step") + " " + at.toLocalDate() + " " + at.toLocalTime().withSecond(0).withNano(0);
        }).list();
  }

  /** Accounts that the step has reached. */
  public List<String> reached(CaseId id, String step) {
    return jdbc.sql("""
        select account from clock_alarm_receiver r join clock_alarm a on a.id = r.alarm_id
          where a.case_id = ? and a.step = ? order by account""")
        .params(id.value(), step).query(String.class).list();
  }

  /** The cases stay where they are, the time goes on as it does outside. */
  public void backToNow() {
    jobs.backToNow();
  }

  public static Instant at(String day, String time) {
    return LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(Dates.ZONE).toInstant();
  }
}
