package org.petitiondesk.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * When a unit last did something in any of the open cases that it has in its hands. Reading is no act, and while a case
 * waits for its petitioner nobody has to act.
 */
@Repository
class StandingCases {

  private static final String IN_HAND = " from clock k join case_file c on c.id = k.case_id where k.stopped_on is null"
      + " and not k.paused and c.closing_state is null and " + RegisterFigures.COUNTED;

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Units units;

  StandingCases(JdbcClient jdbc, Accounts accounts, Units units) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.units = units;
  }

  /** By unit: the day of its last act, or the day since which it has had the oldest of them when it never acted. */
  Map<String, LocalDate> lastActs() {
    var days = new HashMap<String, LocalDate>();
    jdbc.sql("select k.hands, min(k.hands_since) as since" + IN_HAND + " group by k.hands").query(rs -> {
      days.put(rs.getString("hands"), rs.getObject("since", LocalDate.class));
    });
    jdbc.sql("select x.hands, e.actor_id, max(e.at) as last_at from (select distinct k.hands, k.case_id" + IN_HAND
        + ") x join audit_entry e on e.chain = x.case_id where e.act not like '%viewed' group by x.hands, e.actor_id")
        .query(rs -> {
          var unit = rs.getString("hands");
          var day = Dates.local(rs.getTimestamp("last_at").toInstant()).toLocalDate();
          if (accounts.find(rs.getString("actor_id")).map(Account::unit).filter(unit::equals).isPresent()) {
            days.merge(unit, day, (one, other) -> one.isAfter(other) ? one : other);
          }
        });
    // What is not in a unit's hands is in the petitioner's.
    days.keySet().removeIf(hands -> units.find(hands).isEmpty());
    return days;
  }

  List<CaseId> of(String unit) {
    return jdbc.sql("select distinct c.id" + IN_HAND + " and k.hands = ?").param(unit)
        .query((rs, row) -> new CaseId(rs.getObject("id", UUID.class))).list();
  }
}
