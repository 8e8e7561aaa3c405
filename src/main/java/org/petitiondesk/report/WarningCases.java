package org.petitiondesk.report;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.UnsatisfiedCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases behind a warning. A report against a person is never one of them, also when it became one later. */
@Repository
class WarningCases {

  private static final int DAYS = 7;

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final RegisterFigures register;
  private final StandingCases standing;
  private final UnsatisfiedCases unsatisfied;

  WarningCases(JdbcClient jdbc, CaseFiles cases, RegisterFigures register, StandingCases standing,
      UnsatisfiedCases unsatisfied) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.register = register;
    this.standing = standing;
    this.unsatisfied = unsatisfied;
  }

  /** Those that the figures of the week up to this day were made of. */
  List<CaseId> behind(WarningSubject subject, LocalDate last) {
    var from = RegisterFigures.begin(last.minusDays(DAYS - 1L));
    var until = RegisterFigures.begin(last.plusDays(1));
    var parameters = new HashMap<String, Object>(
        Map.of("from", Timestamp.from(from), "until", Timestamp.from(until), "day", last));
    return switch (subject.kind()) {
      case CLUSTER, RISE -> matching(subject, "c.registered_at >= :from and c.registered_at < :until", parameters);
      case OVERDUE -> matching(subject, RegisterFigures.OPEN + " and " + RegisterFigures.OVERDUE, parameters);
      case STANDSTILL -> standing.of(subject.unit());
      case UNSATISFIED -> {
        var rated = unsatisfied.between(from, until);
        parameters.put("rated", rated.stream().map(CaseId::value).toList());
        yield rated.isEmpty() ? List.of() : matching(subject, "c.id in (:rated)", parameters);
      }
    };
  }

  /** The petition office that registered most of them. */
  Optional<String> office(List<CaseId> behind) {
    return behind.isEmpty()
        ? Optional.empty()
        : jdbc.sql("select registering_unit, count(*) as cases from case_file where id in (:cases)"
            + " group by registering_unit order by cases desc, registering_unit fetch first 1 rows only")
            .param("cases", behind.stream().map(CaseId::value).toList())
            .query((rs, row) -> rs.getString("registering_unit")).optional();
  }

  /** Those that the reader may see, the newest first; nothing is said of others. */
  List<WarningCase> of(WarningId id, Actor actor) {
    return cases.sightRule(actor).map(rule -> jdbc.sql("select c.id, b.added_on from early_warning_case b"
        + " join case_file c on c.id = b.case_id where b.warning_id = :warning and c.demand_class <> 'REPORT' and "
        + rule.condition() + " order by c.registered_at desc, c.id").param("warning", id.value())
        .params(rule.parameters()).query((rs, row) -> new WarningCase(
            cases.get(new CaseId(rs.getObject("id", UUID.class))), rs.getObject("added_on", LocalDate.class)))
        .list()).orElse(List.of());
  }

  private List<CaseId> matching(WarningSubject subject, String when, Map<String, Object> parameters) {
    var conditions = new ArrayList<>(List.of(RegisterFigures.COUNTED, when));
    var asked = new HashMap<>(parameters);
    if (!subject.unit().isEmpty()) {
      conditions.add(RegisterFigures.UNIT + " = :unit");
      asked.put("unit", subject.unit());
    }
    if (!subject.category().isEmpty()) {
      conditions.add("c.category = :category or c.category like :below");
      asked.put("category", subject.category());
      asked.put("below", subject.category() + ".%");
    }
    if (!subject.place().isEmpty()) {
      conditions.add("c.territory in (:territories)");
      asked.put("territories", register.territoriesOf(subject.place()));
    }
    return jdbc.sql("select c.id from case_file c where (" + String.join(") and (", conditions)
        + ") order by c.registered_at, c.id").params(asked)
        .query((rs, row) -> new CaseId(rs.getObject("id", UUID.class))).list();
  }
}
