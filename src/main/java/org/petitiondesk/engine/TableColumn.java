package org.petitiondesk.engine;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An input of a decision table, cut into values that its rows tell apart. Understood are words, numbers, days and yes or
 * no: listed, compared, in ranges, negated.
 */
final class TableColumn {

  /** Any word that the table does not name. */
  private static final String OTHER = "";

  private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
  private static final String DAY = "date\\(\\s*\"(\\d{4}-\\d{2}-\\d{2})\"\\s*\\)";
  private static final String VALUE = "(" + NUMBER + "|" + DAY + ")";
  private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>|=)?\\s*" + VALUE);
  private static final Pattern RANGE = Pattern.compile("([\\[\\](])\\s*" + VALUE + "\\s*\\.\\.\\s*" + VALUE
      + "\\s*([\\])\\[])");
  private static final Pattern NEGATED = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);

  private enum Kind {
    WORD, YES_NO, NUMBER, DAY
  }

  /** One value of a list: a word, or numbers (days as numbers too) from one to another. */
  private record Wanted(Kind kind, String word, BigDecimal low, boolean lowIn, BigDecimal high, boolean highIn) {

    static Wanted word(Kind kind, String word) {
      return new Wanted(kind, word, null, false, null, false);
    }

    boolean holds(Object value) {
      if (value instanceof String text) {
        return text.equals(word);
      }
      var number = (BigDecimal) value;
      return (low == null || (lowIn ? number.compareTo(low) >= 0 : number.compareTo(low) > 0))
          && (high == null || (highIn ? number.compareTo(high) <= 0 : number.compareTo(high) < 0));
    }
  }

  private record Cell(boolean negated, List<Wanted> wanted) {

    boolean holds(Object value) {
      return wanted.stream().anyMatch(each -> each.holds(value)) != negated;
    }
  }

  /** A value that stands for all that the same rows answer. */
  record Slice(String example, BitSet rows) {}

  private final String label;
  private final List<String> texts;
  private final List<Slice> slices;

  private TableColumn(String label, List<String> texts, List<Slice> slices) {
    this.label = label;
    this.texts = texts;
    this.slices = slices;
  }

  /**
   * @param type of the input; {@code integer} and {@code long} have nothing between two neighbours
   * @param declared all words that the input can be, as the table says it; empty where it does not
   * @param texts its cells, row by row
   */
  static TableColumn of(String label, String type, String declared, List<String> texts) {
    var cells = new ArrayList<Optional<Cell>>();
    var kinds = new LinkedHashSet<Kind>();
    for (var text : texts) {
      if (isAny(text)) {
        cells.add(Optional.of(new Cell(true, List.of())));
        continue;
      }
      var cell = cell(text);
      cells.add(cell);
      cell.ifPresent(read -> read.wanted().forEach(wanted -> kinds.add(wanted.kind())));
    }
    var read = cells.stream().allMatch(Optional::isPresent) && kinds.size() <= 1;
    return new TableColumn(label, texts, read
        ? slices(cells.stream().map(Optional::orElseThrow).toList(), kinds.stream().findFirst(), type, declared)
        : List.of());
  }

  String label() {
    return label;
  }

  /** Whether it is known which values its rows answer. */
  boolean isRead() {
    return !slices.isEmpty();
  }

  List<Slice> slices() {
    return slices;
  }

  boolean isAny(int row) {
    return isAny(texts.get(row));
  }

  /** Whether two rows say the same here, whatever it means. */
  boolean isSame(int row, int other) {
    return texts.get(row).equals(texts.get(other));
  }

  private static boolean isAny(String text) {
    return text.isBlank() || text.strip().equals("-");
  }

  private static List<Slice> slices(List<Cell> cells, Optional<Kind> kind, String type, String declared) {
    var byRows = new LinkedHashMap<BitSet, String>();
    values(cells, kind, type, declared).forEach((value, shown) -> {
      var rows = new BitSet(cells.size());
      for (var row = 0; row < cells.size(); row++) {
        rows.set(row, cells.get(row).holds(value));
      }
      byRows.merge(rows, shown, (first, more) -> first.isEmpty() || first.startsWith("-") ? more : first);
    });
    return byRows.entrySet().stream().map(slice -> new Slice(slice.getValue(), slice.getKey())).toList();
  }

  /** One value at least of every kind that the cells tell apart, and how people write it. */
  private static Map<Object, String> values(List<Cell> cells, Optional<Kind> kind, String type, String declared) {
    var values = new LinkedHashMap<Object, String>();
    switch (kind.orElse(Kind.WORD)) {
      case YES_NO -> List.of("true", "false").forEach(word -> values.put(word, word));
      case WORD -> {
        words(declared).forEach(word -> values.put(word, word));
        cells.stream().flatMap(cell -> cell.wanted().stream()).forEach(each -> values.put(each.word(), each.word()));
        if (words(declared).isEmpty()) {
          values.put(OTHER, OTHER);
        }
      }
      case NUMBER -> numbers(cells, type.equals("integer") || type.equals("long"))
          .forEach(number -> values.put(number, number.toPlainString()));
      case DAY -> numbers(cells, true)
          .forEach(day -> values.put(day, LocalDate.ofEpochDay(day.longValue()).toString()));
    }
    return values;
  }

  /** The limits, and one number before, between and behind them. */
  private static Set<BigDecimal> numbers(List<Cell> cells, boolean whole) {
    var limits = new TreeSet<BigDecimal>();
    cells.stream().flatMap(cell -> cell.wanted().stream()).forEach(each -> {
      Optional.ofNullable(each.low()).ifPresent(limits::add);
      Optional.ofNullable(each.high()).ifPresent(limits::add);
    });
    var numbers = new TreeSet<BigDecimal>();
    for (var limit : limits) {
      numbers.add(limit);
      numbers.add(limit.subtract(BigDecimal.ONE));
      numbers.add(limit.add(BigDecimal.ONE));
      Optional.ofNullable(limits.higher(limit)).filter(next -> !whole)
          .ifPresent(next -> numbers.add(limit.add(next).divide(BigDecimal.valueOf(2))));
    }
    return numbers;
  }

  private static List<String> words(String list) {
    return WORD.matcher(list).results().map(found -> found.group(1)).toList();
  }

  private static Optional<Cell> cell(String text) {
    var negation = NEGATED.matcher(text.strip());
    var negated = negation.matches();
    var wanted = new ArrayList<Wanted>();
    for (var part : parts(negated ? negation.group(1) : text)) {
      var read = wanted(part.strip());
      if (read.isEmpty()) {
        return Optional.empty();
      }
      wanted.add(read.get());
    }
    return Optional.of(new Cell(negated, wanted));
  }

  /** At the commas that stand in no text and in no brackets. */
  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    var depth = 0;
    var quoted = false;
    var begin = 0;
    for (var i = 0; i < text.length(); i++) {
      var sign = text.charAt(i);
      if (sign == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      } else if (!quoted && sign == '(') {
        depth++;
      } else if (!quoted && sign == ')') {
        depth--;
      } else if (!quoted && depth == 0 && sign == ',') {
        parts.add(text.substring(begin, i));
        begin = i + 1;
      }
    }
    parts.add(text.substring(begin));
    return parts;
  }

  private static Optional<Wanted> wanted(String part) {
    var word = WORD.matcher(part);
    if (word.matches()) {
      return Optional.of(Wanted.word(Kind.WORD, word.group(1)));
    }
    if (Set.of("true", "false").contains(part)) {
      return Optional.of(Wanted.word(Kind.YES_NO, part));
    }
    try {
      var compared = COMPARED.matcher(part);
      if (compared.matches()) {
        return Optional.of(compared(Optional.ofNullable(compared.group(1)).orElse("="), compared));
      }
      var range = RANGE.matcher(part);
      return range.matches() ? Optional.of(range(range)) : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Wanted compared(String sign, Matcher match) {
    var value = value(match, 2);
    var kind = match.group(3) == null ? Kind.NUMBER : Kind.DAY;
    return switch (sign) {
      case "<" -> new Wanted(kind, null, null, false, value, false);
      case "<=" -> new Wanted(kind, null, null, false, value, true);
      case ">" -> new Wanted(kind, null, value, false, null, false);
      case ">=" -> new Wanted(kind, null, value, true, null, false);
      default -> new Wanted(kind, null, value, true, value, true);
    };
  }

  private static Wanted range(Matcher match) {
    return new Wanted(match.group(3) == null ? Kind.NUMBER : Kind.DAY, null, value(match, 2),
        match.group(1).equals("["), value(match, 4), match.group(6).equals("]"));
  }

  private static BigDecimal value(Matcher match, int group) {
    var day = match.group(group + 1);
    return day == null ? new BigDecimal(match.group(group)) : BigDecimal.valueOf(LocalDate.parse(day).toEpochDay());
  }
}
