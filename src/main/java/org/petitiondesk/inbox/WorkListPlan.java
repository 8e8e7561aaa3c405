package org.petitiondesk.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.petitiondesk.kernel.CaseId;

/**
 * How a list is read: which runs of which index, one section after the other, and what is left to be looked at row by row.
 *
 * @param sections come one after the other, each in the order of the list
 * @param overlapping the same row may lie in several runs of a section
 * @param conditions on rows, which no index answers
 */
record WorkListPlan(List<List<Run>> sections, boolean overlapping, WorkListSort sort, List<Condition> conditions) {

  /** A condition with its parameters, {@code ?} in their order. */
  record Condition(String sql, List<Object> parameters) {

    static Condition of(String sql, Object... parameters) {
      return new Condition(sql, Arrays.asList(parameters));
    }

    /** No row at all for no values. */
    static Condition in(String column, Collection<?> values) {
      return values.isEmpty()
          ? of("1 = 0")
          : new Condition(column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
              List.copyOf(values));
    }

    /** Of at least one value. */
    static Condition notIn(String column, Collection<?> values) {
      var in = in(column, values);
      return new Condition("not (" + in.sql() + ")", in.parameters());
    }
  }

  /**
   * The rows of an index that have these values in its first columns, in the order of its next one.
   *
   * @param range limits of the ordering column, so that the index answers them too
   * @param conditions on the rows of this run alone
   */
  record Run(List<String> columns, List<Object> values, List<Condition> range, List<Condition> conditions) {

    static Run of(String column, Object value) {
      return new Run(List.of(column), List.of(value), List.of(), List.of());
    }

    Run and(String column, Object value) {
      return new Run(plus(columns, column), plus(values, value), range, conditions);
    }

    Run within(List<Condition> limits) {
      return new Run(columns, values, limits, conditions);
    }

    Run where(Condition condition) {
      return new Run(columns, values, range, plus(conditions, condition));
    }

    private static <T> List<T> plus(List<T> list, T one) {
      var longer = new ArrayList<T>(list);
      longer.add(one);
      return List.copyOf(longer);
    }
  }

  /** The same without the items of these cases. */
  WorkListPlan without(Set<CaseId> cases) {
    if (cases.isEmpty()) {
      return this;
    }
    var others = Condition.notIn("case_id", cases.stream().map(CaseId::value).toList());
    return new WorkListPlan(
        sections.stream().map(runs -> runs.stream().map(run -> run.where(others)).toList()).toList(), overlapping, sort,
        conditions);
  }

  /** Whether rows have to be looked at that may not be shown. */
  boolean looks() {
    return !conditions.isEmpty()
        || sections.stream().flatMap(List::stream).anyMatch(run -> !run.conditions().isEmpty());
  }

  /** All of it as one section, for counting. */
  List<Run> runs() {
    return sections.stream().flatMap(List::stream).toList();
  }
}
