package org.petitiondesk.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.petitiondesk.engine.FormField.Kind;
import org.petitiondesk.engine.FormField.Option;
import org.petitiondesk.engine.ModelFinding.Reason;

/**
 * Reads a form of form-js. What the desk can not show or check is a finding and not a field: a form calculates nothing,
 * hides nothing and asks nowhere else.
 */
final class FormReader {

  private static final int DEEPEST = 20;
  private static final int MOST = 200;
  private static final int LINE = 200;
  private static final int PARAGRAPH = 4000;
  private static final int PATTERN = 200;
  private static final int DECIMALS = 6;

  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final Pattern EXPRESSION = Pattern.compile("^\\s*=|\\{\\{|\\$\\{|#\\{");
  /** A repetition of what repeats, or what refers back: a text could be compared with it for ever. */
  private static final Pattern BOUNDLESS = Pattern.compile("[*+}]\\)[^|)]{0,3}[*+{]|\\\\[1-9k]|\\(\\?[=!<]");

  private static final Map<String, Kind> KINDS = Map.of("text", Kind.WORDS, "textfield", Kind.LINE, "textarea",
      Kind.PARAGRAPH, "number", Kind.NUMBER, "checkbox", Kind.CHECK, "radio", Kind.RADIO, "select", Kind.SELECT,
      "datetime", Kind.DAY);
  /** Drawn for the eye; the page has its own. */
  private static final Set<String> SHAPES = Set.of("spacer", "separator", "button");
  /** What form-js knows beside them, for a sentence of its own. */
  private static final Set<String> OTHERS = Set.of("checklist", "taglist", "table", "dynamiclist", "filepicker",
      "image", "html", "expression", "documentPreview");
  /** Properties that form-js evaluates or fetches. */
  private static final Set<String> CALCULATED = Set.of("conditional", "valuesKey", "valuesExpression", "expression");

  private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private final List<FormField> fields = new ArrayList<>();
  private final List<ModelFinding> findings = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  private FormReader() {}

  /** @throws JsonProcessingException when it is no JSON */
  static FormReader read(String source) throws JsonProcessingException {
    var reader = new FormReader();
    reader.components(JSON.readTree(source), 0);
    return reader;
  }

  static DesignedForm form(String key, int version, String source) {
    try {
      var name = JSON.readTree(source).path("name").asText("");
      return new DesignedForm(key, version, name.isBlank() ? key : name, List.copyOf(read(source).fields));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Form " + key + " is in force and can not be read", e);
    }
  }

  List<ModelFinding> findings() {
    return findings;
  }

  private void components(JsonNode around, int depth) {
    if (depth > DEEPEST || around.path("components").size() > MOST || fields.size() > MOST) {
      findings.add(new ModelFinding("components", Reason.TOO_LARGE, "file", 0));
      return;
    }
    around.path("components").forEach(component -> component(component, depth));
  }

  private void component(JsonNode component, int depth) {
    var type = component.path("type").asText();
    CALCULATED.stream().filter(property -> !component.path(property).asText("").isBlank()
        || component.path(property).isObject() && !component.path(property).isEmpty())
        .forEach(property -> find(component, property, Reason.CALCULATES));
    if (type.equals("group")) {
      if (component.has("path") && !component.path("path").asText().isBlank()) {
        find(component, "path", Reason.NOT_SHOWN);
      }
      words(component, Kind.HEADING, component.path("label").asText(""));
      components(component, depth + 1);
    } else if (KINDS.containsKey(type)) {
      field(component, KINDS.get(type));
    } else if (!SHAPES.contains(type)) {
      find(component, "field " + type, OTHERS.contains(type) ? Reason.NOT_SHOWN : Reason.ELSEWHERE);
    }
  }

  private void field(JsonNode component, Kind kind) {
    if (kind == Kind.WORDS) {
      var text = component.path("text").asText("");
      var heading = text.startsWith("#") && !text.strip().contains("\n");
      words(component, heading ? Kind.HEADING : kind, text.replaceAll("(?m)^#+\\s*", ""));
      return;
    }
    var key = component.path("key").asText("");
    if (!KEY.matcher(key).matches()) {
      find(component, "key " + key, Reason.NOT_SHOWN);
    } else if (!keys.add(key)) {
      find(component, "key " + key, Reason.TWICE);
    }
    if (kind == Kind.DAY && !component.path("subtype").asText("date").equals("date")) {
      find(component, "subtype " + component.path("subtype").asText(), Reason.NOT_SHOWN);
    }
    var label = literal(component,
        kind == Kind.DAY && component.has("dateLabel")
            ? component.path("dateLabel").asText()
            : component.path("label").asText(key));
    var rules = component.path("validate");
    var pattern = literal(component, rules.path("pattern").asText(""));
    if (!isBounded(pattern)) {
      find(component, "pattern " + pattern, Reason.BOUNDLESS);
      pattern = "";
    }
    fields.add(new FormField(kind, key, label, literal(component, component.path("description").asText("")),
        is(component, rules.path("required")),
        is(component, component.path("readonly")) || is(component, component.path("disabled")),
        length(component, rules.path("minLength"), 0, kind), length(component, rules.path("maxLength"),
            kind == Kind.PARAGRAPH ? PARAGRAPH : LINE, kind),
        pattern, number(component, rules.path("min")), number(component, rules.path("max")),
        Math.min(DECIMALS, component.path("decimalDigits").asInt(0)), options(component, kind),
        literal(component, component.path("defaultValue").asText(""))));
  }

  private void words(JsonNode component, Kind kind, String text) {
    if (!text.isBlank()) {
      fields.add(new FormField(kind, "", literal(component, text), "", false, true, 0, 0, "", Optional.empty(),
          Optional.empty(), 0, List.of(), ""));
    }
  }

  private List<Option> options(JsonNode component, Kind kind) {
    if (kind != Kind.RADIO && kind != Kind.SELECT) {
      return List.of();
    }
    var options = new ArrayList<Option>();
    for (var option : component.path("values")) {
      var value = literal(component, option.path("value").asText(""));
      if (value.isBlank() || value.length() > LINE || options.stream().anyMatch(each -> each.value().equals(value))) {
        find(component, "value " + value, Reason.TWICE);
      }
      options.add(new Option(value, literal(component, option.path("label").asText(value))));
    }
    if (options.isEmpty() || options.size() > MOST) {
      find(component, "values", Reason.NOT_SHOWN);
    }
    return List.copyOf(options);
  }

  private boolean is(JsonNode component, JsonNode rule) {
    if (rule.isTextual()) {
      find(component, rule.asText(), Reason.CALCULATES);
    }
    return rule.asBoolean(false);
  }

  private int length(JsonNode component, JsonNode rule, int otherwise, Kind kind) {
    var most = kind == Kind.PARAGRAPH ? PARAGRAPH : LINE;
    return number(component, rule).map(length -> Math.max(0, Math.min(most, length.intValue()))).orElse(otherwise);
  }

  private Optional<BigDecimal> number(JsonNode component, JsonNode rule) {
    if (rule.isMissingNode() || rule.isNull() || rule.asText().isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(rule.asText().strip())).filter(number -> number.precision() < 20
          && Math.abs(number.scale()) < 20);
    } catch (NumberFormatException e) {
      find(component, rule.asText(), Reason.CALCULATES);
      return Optional.empty();
    }
  }

  private String literal(JsonNode component, String text) {
    if (EXPRESSION.matcher(text).find()) {
      find(component, text, Reason.CALCULATES);
    }
    return text;
  }

  private static boolean isBounded(String pattern) {
    try {
      Pattern.compile(pattern);
      return pattern.length() <= PATTERN && !BOUNDLESS.matcher(pattern).find();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private void find(JsonNode component, String construct, Reason reason) {
    var place = component.path("key").asText(component.path("id").asText("file"));
    findings.add(
        new ModelFinding(construct.length() <= 60 ? construct : construct.substring(0, 60) + "…", reason, place, 1));
  }
}
