package org.petitiondesk.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.OwnMatters;
import org.petitiondesk.people.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of warnings and each of them. A reader sees those of their unit and of the units below: that are about it, that
 * its register shows, or that it has to answer.
 */
@Component
@Transactional(readOnly = true)
public class WarningRegister implements OwnMatters {

  /** So many are shown; open ones come first, so that nothing that waits is left out before it is late to answer. */
  static final int MOST = 200;

  private static final String SIGHT = "w.unit_id in (:units) or w.office_id in (:units) or w.receiver_unit in (:units)"
      + " or w.instructed_unit in (:units)";

  private final JdbcClient jdbc;
  private final WarningTable warnings;
  private final WarningCases cases;
  private final WarningWords words;
  private final WarningSettings settings;
  private final Units units;

  WarningRegister(JdbcClient jdbc, WarningTable warnings, WarningCases cases, WarningWords words,
      WarningSettings settings, Units units) {
    this.jdbc = jdbc;
    this.warnings = warnings;
    this.cases = cases;
    this.words = words;
    this.settings = settings;
    this.units = units;
  }

  /** Open ones first, the most serious first, then the newest. */
  public List<Warning> find(WarningQuery query, Actor actor) {
    var conditions = new ArrayList<>(List.of(SIGHT));
    var parameters = sight(actor);
    if (query.open()) {
      conditions.add("w.state = 'OPEN'");
    }
    query.level().ifPresent(level -> {
      conditions.add("w.level = :level");
      parameters.put("level", level);
    });
    query.kind().ifPresent(kind -> {
      conditions.add("w.kind = :kind");
      parameters.put("kind", kind.name());
    });
    query.unit().ifPresent(unit -> {
      conditions.add("w.unit_id = :unit or w.receiver_unit = :unit");
      parameters.put("unit", unit);
    });
    return jdbc.sql("select w.* from early_warning w where (" + String.join(") and (", conditions)
        + ") order by w.state desc, " + order() + ", w.raised_on desc, w.id desc fetch first " + MOST + " rows only")
        .params(parameters).query(WarningTable::read).list();
  }

  /** NotFound also for one that the reader may not know of. */
  public Warning get(WarningId id, Actor actor) {
    return jdbc.sql("select w.* from early_warning w where w.id = :id and (" + SIGHT + ")").param("id", id.value())
        .params(sight(actor)).query(WarningTable::read).optional()
        .orElseThrow(() -> new NotFound("report.not-found.warning"));
  }

  /** The first one first. */
  public List<Warning.LevelChange> levels(WarningId id) {
    return warnings.levels(id);
  }

  /** The first one first. */
  public List<Warning.Given> given(WarningId id) {
    return warnings.given(id);
  }

  /** The cases behind it that the reader may see. */
  public List<WarningCase> cases(WarningId id, Actor actor) {
    return cases.of(id, actor);
  }

  @Override
  public boolean owns(String processKey, CaseId id) {
    return processKey.equals(ReportWarning.KEY);
  }

  @Override
  public Optional<Matter> find(CaseId id) {
    return jdbc.sql("select * from early_warning where id = ?").param(id.value()).query(WarningTable::read).optional()
        .map(warning -> new Matter(warning.number(), words.title(warning.subject())));
  }

  @Override
  public String page(CaseId id) {
    return "/warnings/" + id;
  }

  private Map<String, Object> sight(Actor actor) {
    var parameters = new HashMap<String, Object>();
    // An empty list is no SQL; nobody belongs to the unit without a name.
    parameters.put("units", actor.worksOnCases()
        ? Stream.concat(Stream.of(actor.unit()), units.selfAndBelow(actor.unit()).stream()).toList()
        : List.of("-"));
    return parameters;
  }

  private String order() {
    var order = new StringBuilder("case w.level");
    settings.levels().forEach(level -> order.append(" when '").append(level.code().replace("'", "''"))
        .append("' then ").append(settings.order(level.code())));
    return order.append(" else ").append(settings.levels().size()).append(" end").toString();
  }
}
