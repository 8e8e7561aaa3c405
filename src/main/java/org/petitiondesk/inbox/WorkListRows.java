package org.petitiondesk.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.inbox.WorkListPlan.Condition;
import org.petitiondesk.inbox.WorkListPlan.Run;
import org.petitiondesk.inbox.WorkListSort.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads lists. Each run of an index is a query of its own that stops at the end of the page, and the database merges
 * them: with the keys of several groups in one condition no index would give the rows in order.
 *
 * <p>The columns of the index stand in front of every {@code order by} although they are equal: H2 sorts by an index only
 * when it is named from its first column on. For the same reason the rows behind a place are two runs, the rest of its
 * equals and then what comes after them. Limits stand in the text: of one that comes as a parameter PostgreSQL has to
 * guess how far it will go.
 */
@Repository
class WorkListRows {

  /**
   * With conditions on rows, such as a text, a page looks at no more rows of a run than this and says so; the reader may
   * go on from there. It is more than anybody has to do, so that whoever looks through their own list sees all of it.
   */
  static final int LOOK = 1000;

  private final JdbcClient jdbc;

  WorkListRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(WorkItem item, Place place) {}

  /** Rows in order; {@code stopped} is where looking ended, if it ended before the page was full. */
  record Found(List<Row> rows, Optional<Place> stopped) {}

  Found read(WorkListPlan plan, List<Run> section, Optional<Place> after, int limit) {
    var runs = behind(section, plan.sort(), after);
    var until = plan.looks() ? horizon(plan, runs) : Optional.<Place>empty();
    var rows = query(plan, runs, until, limit);
    return new Found(rows, until.filter(place -> rows.size() < limit));
  }

  /** Stops at {@link WorkListCount#MANY} and one more, and where a page would stop looking. */
  WorkListCount count(WorkListPlan plan) {
    if (!plan.looks()) {
      return counts(List.of(plan)).get(0);
    }
    var counted = 0;
    var atLeast = false;
    for (var section : plan.sections()) {
      var until = horizon(plan, section);
      var sql = new Sql();
      count(sql, plan, section, until);
      counted += jdbc.sql(sql.text()).params(sql.parameters()).query(Integer.class).single();
      atLeast |= until.isPresent();
    }
    return new WorkListCount(counted, atLeast);
  }

  /** Several figures at once; none of the plans may have conditions on rows. */
  List<WorkListCount> counts(List<WorkListPlan> plans) {
    var sql = new Sql();
    for (var i = 0; i < plans.size(); i++) {
      sql.add(i == 0 ? "select " : " union all select ").add(i + " as nth, counted from (");
      count(sql, plans.get(i), plans.get(i).runs(), Optional.empty());
      sql.add(") as figure_" + i);
    }
    return jdbc.sql(sql.add(" order by nth").text()).params(sql.parameters())
        .query((rs, row) -> new WorkListCount(rs.getInt("counted"), false)).list();
  }

  private List<Row> query(WorkListPlan plan, List<Run> runs, Optional<Place> until, int limit) {
    var sort = plan.sort();
    var sql = new Sql();
    union(sql, runs, plan.overlapping(), run -> {
      sql.add(WorkItems.COLUMNS);
      where(sql, plan, run, until);
      sql.add(" order by " + order(run, sort)).add(" limit " + limit);
    });
    merge(sql, runs, sort, limit);
    return jdbc.sql(sql.text()).params(sql.parameters())
        .query((rs, row) -> new Row(WorkItems.item(rs, row), sort.place(rs))).list();
  }

  private static void count(Sql sql, WorkListPlan plan, List<Run> runs, Optional<Place> until) {
    sql.add("select count(*) as counted from (");
    union(sql, runs, plan.overlapping(), run -> {
      sql.add("select id from work_item");
      where(sql, plan, run, until);
      sql.add(" limit " + (WorkListCount.MANY + 1));
    });
    sql.add(runs.size() == 1 ? "" : " limit " + (WorkListCount.MANY + 1)).add(") as counted_rows");
  }

  private static void union(Sql sql, List<Run> runs, boolean overlapping, Consumer<Run> each) {
    if (runs.size() == 1) {
      each.accept(runs.get(0));
      return;
    }
    var between = "";
    for (var run : runs) {
      sql.add(between).add("(");
      each.accept(run);
      sql.add(")");
      between = overlapping ? " union " : " union all ";
    }
  }

  /** One run is in order already. */
  private static void merge(Sql sql, List<Run> runs, WorkListSort sort, int limit) {
    if (runs.size() > 1) {
      sql.add(" order by " + sort.column() + sort.direction() + ", id" + sort.direction() + " limit " + limit);
    }
  }

  private static void where(Sql sql, WorkListPlan plan, Run run, Optional<Place> until) {
    range(sql, run);
    until.ifPresent(place -> {
      var column = plan.sort().column();
      var above = plan.sort().above();
      sql.add(" and " + column + " " + above + "= ?", place.value());
      sql.add(" and (" + column + " " + above + " ? or id " + above + "= ?)", place.value(), place.id());
    });
    Stream.concat(run.conditions().stream(), plan.conditions().stream())
        .forEach(condition -> sql.add(" and (" + condition.sql() + ")", condition));
  }

  private static void range(Sql sql, Run run) {
    sql.add(run.columns().stream().map(column -> column + " = ?").collect(Collectors.joining(" and ", " where ", "")),
        run.values().toArray());
    run.range().forEach(limit -> sql.add(" and " + limit.sql(), limit));
  }

  /** The first place beyond which rows are not looked at any more; empty when all runs end before. */
  private Optional<Place> horizon(WorkListPlan plan, List<Run> runs) {
    var sort = plan.sort();
    var sql = new Sql();
    union(sql, runs, false, run -> {
      sql.add("select " + sort.column() + ", id from work_item");
      range(sql, run);
      sql.add(" order by " + order(run, sort)).add(" limit 1 offset " + (LOOK - 1));
    });
    merge(sql, runs, sort, 1);
    return jdbc.sql(sql.text()).params(sql.parameters()).query((rs, row) -> sort.place(rs)).optional();
  }

  private static List<Run> behind(List<Run> section, WorkListSort sort, Optional<Place> after) {
    return after.map(place -> section.stream().flatMap(run -> Stream.of(
        run.within(with(run.range(), Condition.of(sort.column() + " = ?", place.value()),
            Condition.of("id " + sort.further() + " ?", place.id()))),
        run.within(with(run.range(), Condition.of(sort.column() + " " + sort.further() + " ?", place.value())))))
        .toList()).orElse(section);
  }

  private static List<Condition> with(List<Condition> limits, Condition... more) {
    return Stream.concat(limits.stream(), Stream.of(more)).toList();
  }

  private static String order(Run run, WorkListSort sort) {
    return String.join(", ", run.columns()) + ", " + sort.column() + sort.direction() + ", id" + sort.direction();
  }

  /** A statement that grows together with its parameters. */
  private static final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    Sql add(String part, Object... values) {
      text.append(part);
      parameters.addAll(List.of(values));
      return this;
    }

    Sql add(String part, Condition condition) {
      text.append(part);
      parameters.addAll(condition.parameters());
      return this;
    }

    String text() {
      return text.toString();
    }

    List<Object> parameters() {
      return parameters;
    }
  }
}
