package org.petitiondesk.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The register of rectification (整改台账): of every case that the reader may see, the most urgent first. */
@Component
public class RectificationRegister {

  static final int PAGE_SIZE = 25;

  private final JdbcClient jdbc;
  private final RectificationRepository rectifications;
  private final RectificationTimes times;
  private final CaseFiles cases;
  private final CaseCodes codes;
  private final AuditTrail audit;

  RectificationRegister(JdbcClient jdbc, RectificationRepository rectifications, RectificationTimes times,
      CaseFiles cases, CaseCodes codes, AuditTrail audit) {
    this.jdbc = jdbc;
    this.rectifications = rectifications;
    this.times = times;
    this.cases = cases;
    this.codes = codes;
    this.audit = audit;
  }

  /** Open ones by their next day, then ended ones, the latest first. */
  @Transactional(readOnly = true)
  public Page<RectificationRow> find(RectificationQuery query, Actor actor, Optional<String> cursor) {
    return find(query, actor, cursor, PAGE_SIZE);
  }

  /** The same in one piece, and no more than that many; what is taken out is on record. */
  @Transactional
  public List<RectificationRow> export(RectificationQuery query, Actor actor, int most) {
    var rows = find(query, actor, Optional.empty(), most).rows();
    audit.append(AuditTrail.HOUSE, actor, "rectification.exported", Map.of("rows", rows.size()));
    return rows;
  }

  private Page<RectificationRow> find(RectificationQuery query, Actor actor, Optional<String> cursor, int size) {
    var rule = cases.sightRule(actor);
    if (rule.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    var conditions = new ArrayList<>(List.of(rule.get().condition()));
    var parameters = new HashMap<>(rule.get().parameters());
    filter(query, conditions, parameters);
    cursor.flatMap(RankedPlace::of).ifPresent(place -> {
      conditions.add("(r.rank_on, r.id) > (:afterRank, :afterId)");
      parameters.put("afterRank", place.rank());
      parameters.put("afterId", place.id());
    });
    var found = jdbc.sql("select r.*, c.code_year, c.number as case_number, c.title from rectification r"
        + " join case_file c on c.id = r.case_id where (" + String.join(") and (", conditions)
        + ") order by r.rank_on, r.id fetch first " + (size + 1) + " rows only").params(parameters)
        .query(RectificationRegister::line).list();
    var page = Page.cut(found, size, line -> line.place().toString());
    var loaded = rectifications.load(page.rows().stream().map(Line::rectification).toList());
    var rows = new ArrayList<RectificationRow>();
    for (var i = 0; i < loaded.size(); i++) {
      var line = page.rows().get(i);
      rows.add(new RectificationRow(loaded.get(i), times.light(loaded.get(i)), line.code(), line.title()));
    }
    return new Page<>(rows, page.next());
  }

  private void filter(RectificationQuery query, List<String> conditions, Map<String, Object> parameters) {
    query.text().ifPresent(text -> conditions
        .add(codes.condition(text, "r.case_id", List.of("r.number", "r.reason", "c.title"), parameters)));
    query.unit().ifPresent(unit -> {
      conditions.add("r.unit_id = :unit");
      parameters.put("unit", unit);
    });
    query.light().ifPresent(light -> {
      conditions.add(condition(light));
      parameters.put("today", times.today());
      parameters.put("lastSoon", times.lastSoon());
    });
    query.from().ifPresent(from -> {
      conditions.add("r.opened_at >= :openedFrom");
      parameters.put("openedFrom", beginningOf(from));
    });
    query.to().ifPresent(to -> {
      conditions.add("r.opened_at < :openedBefore");
      parameters.put("openedBefore", beginningOf(to.plusDays(1)));
    });
  }

  /** The most urgent light of the measures counts, as {@link RectificationTimes#light(Rectification)} has it. */
  private static String condition(RectificationLight light) {
    var late = has("m.state in ('WORKING', 'DIRECTION') and m.due_on < :today");
    var soon = has("m.state = 'WORKING' and m.due_on between :today and :lastSoon");
    var direction = has("m.state = 'DIRECTION'");
    var working = has("m.state = 'WORKING'");
    return switch (light) {
      case DONE -> "r.state = 'DONE'";
      case FAILED -> "r.state = 'FAILED'";
      case CANCELLED -> "r.state = 'CANCELLED'";
      case LATE -> open(late);
      case SOON -> open("not " + late + " and " + soon);
      case DIRECTION -> open("not " + late + " and not " + soon + " and " + direction);
      case IN_TIME -> open("not " + late + " and not " + soon + " and not " + direction + " and " + working);
      case COMPLETED -> open("not " + working + " and not " + direction);
    };
  }

  private static String open(String condition) {
    return "r.state = 'OPEN' and " + condition;
  }

  private static String has(String condition) {
    return "exists (select 1 from rectification_measure m where m.rectification_id = r.id and " + condition + ")";
  }

  private static Timestamp beginningOf(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(Dates.ZONE).toInstant());
  }

  private static Line line(ResultSet rs, int row) throws SQLException {
    var rectification = RectificationRepository.row(rs, row);
    return new Line(rectification, CaseCodes.code(rs.getInt("code_year"), rs.getLong("case_number")),
        rs.getString("title"),
        new RankedPlace(rs.getObject("rank_on", LocalDate.class), rectification.id().value()));
  }

  private record Line(Rectification rectification, String code, String title, RankedPlace place) {}
}
