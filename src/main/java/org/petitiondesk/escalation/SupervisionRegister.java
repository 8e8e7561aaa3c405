package org.petitiondesk.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseCodes;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Page;
import org.petitiondesk.kernel.RankedPlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of supervision (督办台账): of every case that the reader may see, the most urgent first. */
@Component
public class SupervisionRegister {

  static final int PAGE_SIZE = 25;

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final CaseCodes codes;
  private final SupervisionTimes times;
  private final AuditTrail audit;

  SupervisionRegister(JdbcClient jdbc, CaseFiles cases, CaseCodes codes, SupervisionTimes times, AuditTrail audit) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.codes = codes;
    this.times = times;
    this.audit = audit;
  }

  /** Open ones by their day, then closed ones, the latest first. */
  @Transactional(readOnly = true)
  public Page<SupervisionRow> find(SupervisionQuery query, Actor actor, Optional<String> cursor) {
    return find(query, actor, cursor, PAGE_SIZE);
  }

  /** The same in one piece, and no more than that many; what is taken out is on record. */
  @Transactional
  public List<SupervisionRow> export(SupervisionQuery query, Actor actor, int most) {
    var rows = find(query, actor, Optional.empty(), most).rows();
    audit.append(AuditTrail.HOUSE, actor, "supervision.exported", Map.of("rows", rows.size()));
    return rows;
  }

  private Page<SupervisionRow> find(SupervisionQuery query, Actor actor, Optional<String> cursor, int size) {
    var rule = cases.sightRule(actor);
    if (rule.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    var conditions = new ArrayList<>(List.of(rule.get().condition()));
    var parameters = new HashMap<>(rule.get().parameters());
    filter(query, conditions, parameters);
    cursor.flatMap(RankedPlace::of).ifPresent(place -> {
      conditions.add("(s.rank_on, s.id) > (:afterRank, :afterId)");
      parameters.put("afterRank", place.rank());
      parameters.put("afterId", place.id());
    });
    var rows = jdbc.sql("select s.*, c.code_year, c.number as case_number, c.title from supervision s"
        + " join case_file c on c.id = s.case_id where (" + String.join(") and (", conditions)
        + ") order by s.rank_on, s.id fetch first " + (size + 1) + " rows only").params(parameters)
        .query(this::placed).list();
    var page = Page.cut(rows, size, row -> row.place().toString());
    return new Page<>(page.rows().stream().map(Placed::row).toList(), page.next());
  }

  private void filter(SupervisionQuery query, List<String> conditions, Map<String, Object> parameters) {
    query.text().ifPresent(text -> conditions
        .add(codes.condition(text, "s.case_id", List.of("s.number", "s.demand", "c.title"), parameters)));
    query.unit().ifPresent(unit -> {
      conditions.add("s.unit_id = :unit");
      parameters.put("unit", unit);
    });
    query.kind().ifPresent(kind -> {
      conditions.add("s.kind = :kind");
      parameters.put("kind", kind.name());
    });
    query.light().ifPresent(light -> light(light, conditions, parameters));
    query.from().ifPresent(from -> {
      conditions.add("s.opened_at >= :openedFrom");
      parameters.put("openedFrom", beginningOf(from));
    });
    query.to().ifPresent(to -> {
      conditions.add("s.opened_at < :openedBefore");
      parameters.put("openedBefore", beginningOf(to.plusDays(1)));
    });
  }

  private void light(SupervisionLight light, List<String> conditions, Map<String, Object> parameters) {
    conditions.add(switch (light) {
      case CLOSED -> "s.state = 'CLOSED'";
      case ANSWERED -> "s.state = 'ANSWERED'";
      case LATE -> "s.state = 'WAITING' and s.answer_on < :today";
      case SOON -> "s.state = 'WAITING' and s.answer_on between :today and :lastSoon";
      case IN_TIME -> "s.state = 'WAITING' and s.answer_on > :lastSoon";
    });
    parameters.put("today", times.today());
    parameters.put("lastSoon", times.lastSoon());
  }

  private static Timestamp beginningOf(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(Dates.ZONE).toInstant());
  }

  private Placed placed(ResultSet rs, int row) throws SQLException {
    var supervision = SupervisionRepository.read(rs, row);
    return new Placed(
        new SupervisionRow(supervision, times.light(supervision),
            CaseCodes.code(rs.getInt("code_year"), rs.getLong("case_number")), rs.getString("title")),
        new RankedPlace(rs.getObject("rank_on", LocalDate.class), supervision.id().value()));
  }

  private record Placed(SupervisionRow row, RankedPlace place) {}
}
