package org.petitiondesk.matter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.petitiondesk.engine.DesignedForm;
import org.petitiondesk.engine.FormField;

/**
 * What a form was filled in with, by the keys of its fields; nothing that the form does not ask for, and nothing of what
 * was left empty. A number, a day and a choice are written the one way in which they are compared.
 */
public record Answers(Map<String, String> values) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_NUMBER = 30;

  public Answers {
    values = Map.copyOf(values);
  }

  public static Answers none() {
    return new Answers(Map.of());
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** Empty when nothing was said. */
  public String of(String key) {
    return values.getOrDefault(key, "");
  }

  /** These, and what the later ones say. */
  Answers and(Answers later) {
    var all = new LinkedHashMap<>(values);
    all.putAll(later.values);
    return new Answers(all);
  }

  /**
   * Reads what a page sent. Fields that the form does not ask for are left where they are.
   *
   * @throws NotFilledIn when the form does not take it
   */
  static Answers read(DesignedForm form, Map<String, List<String>> sent) {
    var values = new LinkedHashMap<String, String>();
    var problems = new TreeMap<String, NotFilledIn.Problem>();
    for (var field : form.asked()) {
      if (field.readonly()) {
        continue;
      }
      var text = sent.getOrDefault(field.key(), List.of()).stream().findFirst().orElse("").replace("\r\n", "\n")
          .strip();
      var value = text;
      var problem = Optional.<NotFilledIn.Problem>empty();
      if (field.kind() == FormField.Kind.CHECK) {
        value = String.valueOf(text.equals("true"));
        problem = field.required() && !text.equals("true") ? problem("check") : Optional.empty();
      } else if (text.isEmpty()) {
        problem = field.required() ? problem("required") : Optional.empty();
      } else {
        problem = wrong(field, text);
        value = problem.isPresent() ? text : written(field, text);
      }
      problem.ifPresent(said -> problems.put(field.key(), said));
      if (!value.isEmpty()) {
        values.put(field.key(), value);
      }
    }
    if (!problems.isEmpty()) {
      throw new NotFilledIn(problems);
    }
    return new Answers(values);
  }

  private static Optional<NotFilledIn.Problem> wrong(FormField field, String text) {
    return switch (field.kind()) {
      case LINE, PARAGRAPH -> wrongText(field, text);
      case NUMBER -> wrongNumber(field, text);
      case DAY -> day(text).isPresent() ? Optional.empty() : problem("day");
      case RADIO, SELECT -> field.options().stream().anyMatch(option -> option.value().equals(text))
          ? Optional.empty()
          : problem("choice");
      case CHECK, HEADING, WORDS -> Optional.empty();
    };
  }

  private static Optional<NotFilledIn.Problem> wrongText(FormField field, String text) {
    if (text.length() > field.longest()) {
      return problem("longest", field.longest());
    }
    if (text.length() < field.shortest()) {
      return problem("shortest", field.shortest());
    }
    if (text.indexOf('\0') >= 0 || field.kind() == FormField.Kind.LINE && text.indexOf('\n') >= 0) {
      return problem("pattern");
    }
    return field.pattern().isEmpty() || Pattern.compile(field.pattern()).matcher(new Patience(text)).find()
        ? Optional.empty()
        : problem("pattern");
  }

  private static Optional<NotFilledIn.Problem> wrongNumber(FormField field, String text) {
    var number = number(text);
    if (number.isEmpty()) {
      return problem("number");
    }
    if (number.get().stripTrailingZeros().scale() > field.decimals()) {
      return problem("decimals", field.decimals());
    }
    if (field.least().filter(least -> number.get().compareTo(least) < 0).isPresent()) {
      return problem("least", field.least().get().toPlainString());
    }
    return field.most().filter(most -> number.get().compareTo(most) > 0)
        .flatMap(most -> problem("most", most.toPlainString()));
  }

  private static String written(FormField field, String text) {
    return field.kind() == FormField.Kind.NUMBER
        ? number(text).orElseThrow().setScale(field.decimals(), RoundingMode.UNNECESSARY).toPlainString()
        : text;
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return text.length() > LONGEST_NUMBER || text.matches("(?i).*[ef].*")
          ? Optional.empty()
          : Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<NotFilledIn.Problem> problem(String key, Object... arguments) {
    return Optional.of(new NotFilledIn.Problem("matter.field." + key, List.of(arguments)));
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(new TreeMap<>(values));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Text is always JSON", e);
    }
  }

  static Answers fromJson(String text) {
    try {
      return new Answers(JSON.readValue(text, new TypeReference<Map<String, String>>() {
      }));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An entry is not what was written", e);
    }
  }

  /** A text that a pattern may look at so often and no oftener: then it does not fit. */
  private static final class Patience implements CharSequence {

    private final CharSequence text;
    private int looks;

    Patience(CharSequence text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++looks > 1_000_000) {
        throw new NotFilledIn(Map.of("", new NotFilledIn.Problem("matter.field.pattern", List.of())));
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
