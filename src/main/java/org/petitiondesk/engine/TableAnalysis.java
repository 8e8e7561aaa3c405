package org.petitiondesk.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.petitiondesk.engine.TableColumn.Slice;
import org.petitiondesk.engine.TableRemark.Given;
import org.petitiondesk.engine.TableRemark.Kind;

/**
 * What the rows of a decision table leave open, answer twice or never answer, found from the table alone. Where a column
 * says more than can be read, nothing is claimed that it could make untrue.
 */
public final class TableAnalysis {

  /** Combinations that are looked at: some milliseconds. */
  private static final int MOST_STEPS = 100_000;
  private static final int MOST_ROWS = 500;
  private static final int MOST_EXAMPLES = 6;

  private static final Set<String> ONE_ANSWER = Set.of("UNIQUE", "FIRST", "ANY", "PRIORITY");

  private final ModelNode table;
  private final String policy;
  private final List<ModelNode> rules;
  private final List<TableColumn> columns;
  private final List<TableColumn> read;
  private final List<TableRemark> remarks = new ArrayList<>();
  private int steps;

  private TableAnalysis(ModelNode table) {
    this.table = table;
    this.policy = table.attribute("hitPolicy").isEmpty() ? "UNIQUE" : table.attribute("hitPolicy");
    this.rules = table.children("rule").toList();
    var inputs = table.children("input").toList();
    this.columns = IntStream.range(0, inputs.size()).mapToObj(n -> column(inputs.get(n), n)).toList();
    this.read = columns.stream().filter(TableColumn::isRead).toList();
  }

  /** In the order overlaps, rows that never answer, gaps; empty for a table that is in order and for no table. */
  public static List<TableRemark> of(String source) {
    try {
      return ModelNode.read(source.getBytes(StandardCharsets.UTF_8)).all()
          .filter(node -> node.local().equals("decisionTable"))
          .flatMap(table -> new TableAnalysis(table).look().stream())
          .toList();
    } catch (ModelNode.Unreadable e) {
      return List.of();
    }
  }

  private List<TableRemark> look() {
    if (rules.isEmpty()) {
      return List.of();
    }
    if (rules.size() > MOST_ROWS) {
      return List.of(ofTable(Kind.TOO_LARGE, List.of(), List.of()));
    }
    switch (policy) {
      case "UNIQUE" -> overlaps((one, other) -> true);
      case "ANY" -> overlaps((one, other) -> !answer(one).equals(answer(other)));
      case "FIRST" -> covered();
      default -> {
        // Several rows may answer.
      }
    }
    if (ONE_ANSWER.contains(policy)) {
      gaps();
    }
    return remarks;
  }

  private void gaps() {
    var certain = rows(row -> columns.stream().allMatch(column -> column.isRead() || column.isAny(row)));
    var uncertain = rows(row -> !certain.get(row));
    var doubtful = new boolean[1];
    var gaps = new ArrayList<List<Given>>();
    steps = 0;
    walk(new Answering(certain, uncertain), new ArrayList<>(), slice -> true, (nobody, given) -> {
      if (!nobody) {
        doubtful[0] = true;
      } else if (gaps.isEmpty() || !isBeside(gaps.get(gaps.size() - 1), example(given))) {
        gaps.add(example(given));
      }
      return gaps.size() < MOST_EXAMPLES;
    });
    gaps.forEach(gap -> remarks.add(ofTable(Kind.GAP, List.of(), gap)));
    if (steps > MOST_STEPS) {
      remarks.add(ofTable(Kind.TOO_LARGE, List.of(), List.of()));
    } else if (doubtful[0]) {
      remarks.add(ofTable(Kind.UNTOLD,
          columns.stream().filter(column -> !column.isRead()).map(TableColumn::label).toList(), List.of()));
    }
  }

  /** One example is enough of those that differ in their last value only. */
  private static boolean isBeside(List<Given> one, List<Given> other) {
    return one.size() > 1 && one.size() == other.size()
        && one.subList(0, one.size() - 1).equals(other.subList(0, other.size() - 1));
  }

  private interface Differ {
    boolean matters(int one, int other);
  }

  private void overlaps(Differ differ) {
    var found = 0;
    for (var one = 0; one < rules.size(); one++) {
      for (var other = one + 1; other < rules.size() && found < MOST_EXAMPLES; other++) {
        var both = together(one, other);
        if (both.isPresent() && differ.matters(one, other)) {
          found++;
          remarks.add(ofRow(Kind.OVERLAP, other, List.of(one + 1, other + 1), both.get()));
        }
      }
    }
  }

  /** Facts for which both answer, certainly: in a column that can not be read at most one of them wants something. */
  private Optional<List<Given>> together(int one, int other) {
    if (columns.stream().filter(column -> !column.isRead())
        .anyMatch(column -> !column.isAny(one) && !column.isAny(other) && !column.isSame(one, other))) {
      return Optional.empty();
    }
    var given = new ArrayList<Slice>();
    for (var column : read) {
      var both = column.slices().stream().filter(slice -> slice.rows().get(one) && slice.rows().get(other)).findFirst();
      if (both.isEmpty()) {
        return Optional.empty();
      }
      given.add(both.get());
    }
    return Optional.of(example(given));
  }

  private void covered() {
    var found = 0;
    for (var row = 1; row < rules.size() && found < MOST_EXAMPLES; row++) {
      var late = row;
      var earlier = rows(each -> each < late && columns.stream().filter(column -> !column.isRead())
          .allMatch(column -> column.isAny(each) || column.isSame(each, late)));
      var open = new boolean[1];
      steps = 0;
      walk(new Answering(earlier, new BitSet()), new ArrayList<>(), slice -> slice.rows().get(late),
          (nobody, given) -> {
            open[0] = true;
            return false;
          });
      if (!open[0] && steps <= MOST_STEPS) {
        found++;
        var whole = earlier.stream()
            .filter(each -> read.stream().allMatch(column -> column.slices().stream()
                .allMatch(slice -> !slice.rows().get(late) || slice.rows().get(each))))
            .findFirst();
        var before = whole.isPresent() ? IntStream.of(whole.getAsInt()) : earlier.stream();
        remarks.add(ofRow(Kind.COVERED, late,
            IntStream.concat(IntStream.of(late), before).map(each -> each + 1).boxed().toList(), List.of()));
      }
    }
  }

  /** The rows that answer, and those that may: they want something that can not be read. */
  private record Answering(BitSet certainly, BitSet perhaps) {

    Answering within(Slice slice) {
      var certainly = (BitSet) certainly().clone();
      var perhaps = (BitSet) perhaps().clone();
      certainly.and(slice.rows());
      perhaps.and(slice.rows());
      return new Answering(certainly, perhaps);
    }

    boolean isNobody() {
      return certainly.isEmpty() && perhaps.isEmpty();
    }
  }

  private interface Unanswered {
    /**
     * @param nobody whether no row can answer, also none that can not be read
     * @param given the first columns; whatever the others are
     * @return whether to go on
     */
    boolean found(boolean nobody, List<Slice> given);
  }

  /** Goes through the combinations of slices, and stops as soon as the other columns do not matter any more. */
  private boolean walk(Answering answering, List<Slice> given, Predicate<Slice> within, Unanswered unanswered) {
    if (++steps > MOST_STEPS) {
      return false;
    }
    var left = read.subList(given.size(), read.size());
    if (answering.certainly().stream().anyMatch(row -> left.stream().allMatch(column -> column.isAny(row)))) {
      return true;
    }
    if (left.isEmpty() || answering.isNobody()) {
      return unanswered.found(answering.isNobody(), given);
    }
    for (var slice : left.get(0).slices()) {
      if (within.test(slice)) {
        given.add(slice);
        var on = walk(answering.within(slice), given, within, unanswered);
        given.remove(given.size() - 1);
        if (!on) {
          return false;
        }
      }
    }
    return true;
  }

  private BitSet rows(IntPredicate which) {
    return IntStream.range(0, rules.size()).filter(which).collect(BitSet::new, BitSet::set, BitSet::or);
  }

  private List<Given> example(List<Slice> given) {
    return IntStream.range(0, given.size())
        .mapToObj(n -> new Given(read.get(n).label(), given.get(n).example())).toList();
  }

  private TableRemark ofTable(Kind kind, List<String> unread, List<Given> example) {
    return new TableRemark(kind, table.place(), table.line(), List.of(), unread, example);
  }

  private TableRemark ofRow(Kind kind, int row, List<Integer> rows, List<Given> example) {
    return new TableRemark(kind, rules.get(row).place(), rules.get(row).line(), rows, List.of(), example);
  }

  private TableColumn column(ModelNode input, int number) {
    var expression = input.children("inputExpression").findFirst();
    var fact = expression.map(TableAnalysis::text).orElse("");
    return TableColumn.of(input.attribute("label").isBlank() ? fact : input.attribute("label"),
        expression.map(each -> each.attribute("typeRef")).orElse(""),
        input.children("inputValues").findFirst().map(TableAnalysis::text).orElse(""),
        rules.stream().map(rule -> rule.children("inputEntry").skip(number).findFirst().map(TableAnalysis::text)
            .orElse("")).toList());
  }

  private String answer(int row) {
    return rules.get(row).children("outputEntry").map(TableAnalysis::text).collect(Collectors.joining("\n"));
  }

  private static String text(ModelNode around) {
    return around.children("text").map(ModelNode::text).findFirst().orElse("");
  }
}
