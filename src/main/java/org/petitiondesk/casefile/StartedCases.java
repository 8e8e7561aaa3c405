package org.petitiondesk.casefile;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Page;
import org.petitiondesk.kernel.PageEnd;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that somebody has registered, open and closed, newest first; a report only to those who are named on it. */
@Component
public class StartedCases {

  private final JdbcClient jdbc;
  private final Sight sight;

  StartedCases(JdbcClient jdbc, Sight sight) {
    this.jdbc = jdbc;
    this.sight = sight;
  }

  /** A title that contains the text or the case of that code, everything for an empty one. */
  public Page<CaseRow> page(String text, Optional<String> cursor, int size, Actor actor) {
    if (!sight.mayLook(actor)) {
      return new Page<>(List.of(), Optional.empty());
    }
    var conditions = new ArrayList<String>();
    var parameters = conditions(text, conditions, actor);
    cursor.flatMap(PageEnd::of).ifPresent(place -> {
      conditions.add("c.registered_at <= :at and (c.registered_at < :at or c.id < :id)");
      parameters.put("at", Timestamp.from(place.at()));
      parameters.put("id", place.id());
    });
    // The column that is equal stands in front: H2 sorts by an index only when it is named from its first column on.
    var rows = jdbc.sql("select c.*" + from(conditions)
        + " order by c.registered_by, c.registered_at desc, c.id desc limit " + (size + 1)).params(parameters)
        .query((rs, row) -> new Placed(CaseRepository.row(rs, row),
            new PageEnd(rs.getTimestamp("registered_at").toInstant(), rs.getObject("id", UUID.class))))
        .list();
    var page = Page.cut(rows, size, row -> row.place().toString());
    return new Page<>(page.rows().stream().map(Placed::row).toList(), page.next());
  }

  /** Counts no further than the limit. */
  public int count(String text, int limit, Actor actor) {
    if (!sight.mayLook(actor)) {
      return 0;
    }
    var conditions = new ArrayList<String>();
    var parameters = conditions(text, conditions, actor);
    return jdbc.sql("select count(*) from (select 1 as one" + from(conditions) + " limit " + limit + ") as started")
        .params(parameters).query(Integer.class).single();
  }

  private Map<String, Object> conditions(String text, List<String> conditions, Actor actor) {
    var parameters = sight.parameters(actor);
    conditions.add("c.registered_by = :me");
    conditions.add(Sight.RULE);
    if (!text.isBlank()) {
      RegisterList.text(text, conditions, parameters);
    }
    return parameters;
  }

  private static String from(List<String> conditions) {
    return " from case_file c where (" + String.join(") and (", conditions) + ")";
  }

  private record Placed(CaseRow row, PageEnd place) {}
}
