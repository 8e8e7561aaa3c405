package org.petitiondesk.designer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.petitiondesk.designer.ModelChange.Field;
import org.petitiondesk.designer.ModelChange.Kind;
import org.petitiondesk.designer.ModelHead.Unreadable;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.ModelNode;

/**
 * What differs between two versions of a model, element by element: nothing about the order in a file, about blanks, or
 * about ids that a drawing program makes anew.
 */
final class ModelDifference {

  /** Parts of an element that are told as its fields. */
  private static final Pattern PART = Pattern.compile(".*(EventDefinition|LoopCharacteristics|Expression|Entry)"
      + "|documentation|description|text|extensionElements");
  /** The other end of what is told at the flow. */
  private static final Set<String> SKIPPED = Set.of("incoming", "outgoing");
  private static final Set<String> ENTRIES = Set.of("inputEntry", "outputEntry");
  /** What a drawing program says of itself. */
  private static final Set<String> OF_THE_PROGRAM = Set.of("exporter", "exporterVersion", "executionPlatform",
      "executionPlatformVersion", "schemaVersion");
  private static final Pattern KNOWN = Pattern.compile("|https?://(camunda\\.org|activiti\\.org|www\\.omg\\.org)/.*");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Element> elements = new LinkedHashMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();

  private record Element(String type, String name, Map<String, String> fields) {}

  private ModelDifference() {}

  /** Removed, added, changed and moved elements, as they stand in the files. Both can be read. */
  static List<ModelChange> between(ModelKind kind, String before, String after) {
    var old = of(kind, before);
    var now = of(kind, after);
    old.rank(now);
    now.rank(old);
    var changes = new ArrayList<ModelChange>();
    old.elements.forEach((id, element) -> {
      if (!now.elements.containsKey(id)) {
        changes.add(new ModelChange(Kind.REMOVED, id, element.type(), element.name(), List.of()));
      }
    });
    now.elements.forEach((id, element) -> {
      var was = old.elements.get(id);
      if (was == null) {
        changes.add(new ModelChange(Kind.ADDED, id, element.type(), element.name(), List.of()));
      } else {
        changed(id, was, element).ifPresent(changes::add);
      }
    });
    now.places.forEach((id, place) -> {
      var was = old.places.get(id);
      if (was != null && !was.equals(place) && now.elements.containsKey(id)
          && changes.stream().noneMatch(change -> change.element().equals(id))) {
        var element = now.elements.get(id);
        changes.add(new ModelChange(Kind.MOVED, id, element.type(), element.name(), List.of()));
      }
    });
    return changes;
  }

  private static Optional<ModelChange> changed(String id, Element was, Element is) {
    var names = new LinkedHashSet<>(was.fields().keySet());
    names.addAll(is.fields().keySet());
    var fields = new ArrayList<Field>();
    if (!was.type().equals(is.type())) {
      fields.add(new Field("type", was.type(), is.type()));
    }
    names.stream()
        .map(name -> new Field(name, was.fields().getOrDefault(name, ""), is.fields().getOrDefault(name, "")))
        .filter(field -> !field.before().equals(field.after())).forEach(fields::add);
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new ModelChange(Kind.CHANGED, id, is.type(), is.name(), fields));
  }

  private static ModelDifference of(ModelKind kind, String source) {
    var model = new ModelDifference();
    try {
      if (kind == ModelKind.FORM) {
        var form = JSON.readTree(source);
        var fields = new LinkedHashMap<String, String>();
        values(form, "", fields);
        model.put(form.path("id").asText(), new Element("form", form.path("name").asText(), fields));
        model.form(form, "");
      } else {
        model.xml(ModelHead.read(source));
      }
    } catch (Unreadable | JsonProcessingException e) {
      throw new IllegalArgumentException("What was kept could be read", e);
    }
    model.places.keySet().retainAll(model.elements.keySet());
    return model;
  }

  private void xml(ModelNode root) {
    root.all().forEach(node -> {
      var id = node.attribute("id");
      if (isDrawing(node)) {
        if (node.local().equals("BPMNShape")) {
          places.put(node.attribute("bpmnElement"), node.children("Bounds")
              .map(bounds -> bounds.attribute("x") + " " + bounds.attribute("y") + " " + bounds.attribute("width") + " "
                  + bounds.attribute("height"))
              .collect(Collectors.joining()));
        }
      } else if (node == root) {
        put(node.local(), element(node));
      } else if (isElement(node)) {
        put(id, element(node));
      }
    });
  }

  /** What is told by itself; everything else is told at the element around it. */
  private static boolean isElement(ModelNode node) {
    return !node.attribute("id").isEmpty() && Stream.concat(Stream.of(node), node.ancestors())
        .noneMatch(each -> PART.matcher(each.local()).matches());
  }

  /** One that has the name of another covers nothing. */
  private void put(String id, Element element) {
    elements.put(free(numbered(id, seen), elements), element);
  }

  private static String numbered(String name, Map<String, Integer> seen) {
    var count = seen.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + " " + count;
  }

  private static String free(String name, Map<String, ?> taken) {
    return Stream.iterate(1, count -> count + 1).map(count -> count == 1 ? name : name + " " + count)
        .filter(each -> !taken.containsKey(each)).findFirst().orElseThrow();
  }

  private Element element(ModelNode node) {
    var fields = new LinkedHashMap<String, String>();
    attributes(node, "", fields);
    node.parent().map(above -> above.attribute("id")).filter(above -> !above.isEmpty())
        .filter(above -> !node.parent().orElseThrow().local().equals("definitions"))
        .ifPresent(above -> put(fields, "in", above));
    var rule = node.local().equals("rule");
    if (rule) {
      columns(node, fields);
    } else if (!node.text().isEmpty()) {
      put(fields, "text", node.text());
    }
    parts(node, "", fields);
    return new Element(word(node.name()), rule ? annotation(node) : name(node), fields);
  }

  private static String name(ModelNode node) {
    return node.attribute("name").isEmpty() ? node.attribute("label") : node.attribute("name");
  }

  /** A row is told by the heads of its columns. */
  private static void columns(ModelNode rule, Map<String, String> fields) {
    var table = rule.parent().orElseThrow();
    var before = new HashMap<String, Integer>();
    var heads = Stream.of("input", "output").flatMap(table::children).map(ModelDifference::head)
        .map(head -> numbered(head, before)).toList();
    var cells = rule.children().stream().filter(cell -> ENTRIES.contains(cell.local())).toList();
    for (var i = 0; i < cells.size(); i++) {
      var head = i < heads.size() ? heads.get(i) : String.valueOf(i + 1);
      parts(cells.get(i), head, fields);
      attributes(cells.get(i), head, fields);
    }
    put(fields, "annotation", annotation(rule));
  }

  private static String annotation(ModelNode rule) {
    return rule.all().filter(node -> node.local().equals("description") || node.local().equals("annotationEntry"))
        .flatMap(node -> node.all()).map(ModelNode::text).filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String head(ModelNode column) {
    return List.of("label", "name", "id").stream().map(column::attribute).filter(text -> !text.isEmpty()).findFirst()
        .orElse(column.local());
  }

  private static void parts(ModelNode node, String path, Map<String, String> fields) {
    var before = new HashMap<String, Integer>();
    for (var child : node.children()) {
      if (isElement(child) || SKIPPED.contains(child.local()) || isDrawing(child) || isCell(child)) {
        continue;
      }
      if (child.local().equals("property") && !child.attribute("name").isEmpty()) {
        put(fields, child.attribute("name"), child.attribute("value"));
        continue;
      }
      var word = isWord(child) ? word(child.name()) : numbered(word(child.name()), before);
      var place = isUntold(child) ? path : path.isEmpty() ? word : path + " " + word;
      attributes(child, place, fields);
      if (isWord(child)) {
        fields.merge(place, child.text(), (one, more) -> one + ", " + more);
      } else if (!child.text().isEmpty()) {
        put(fields, place, child.text());
      } else if (child.children().isEmpty() && !place.equals(path)) {
        put(fields, place, "✓");
      }
      parts(child, place, fields);
    }
  }

  /** Only what is in it is told. */
  private static boolean isUntold(ModelNode node) {
    return node.local().equals("extensionElements") || node.local().equals("properties")
        || node.local().equals("text") && node.parent().filter(above -> ENTRIES.contains(above.local())).isPresent();
  }

  /** Told with the columns of its table. */
  private static boolean isCell(ModelNode node) {
    return node.parent().filter(above -> above.local().equals("rule")).isPresent()
        && (ENTRIES.contains(node.local()) || node.local().equals("description")
            || node.local().equals("annotationEntry"));
  }

  /** Several of them are a list, {@code flowNodeRef}. */
  private static boolean isWord(ModelNode node) {
    return node.attributes().isEmpty() && node.children().isEmpty() && !node.text().isEmpty();
  }

  private static void attributes(ModelNode node, String path, Map<String, String> fields) {
    node.attributes().forEach((name, value) -> {
      if (!name.getLocalPart().equals("id") && !name.getNamespaceURI().endsWith("XMLSchema-instance")
          && !OF_THE_PROGRAM.contains(name.getLocalPart())) {
        var word = word(name);
        put(fields, path.isEmpty() ? word : path + " " + word, value);
      }
    });
  }

  /** Its name in the file, with its origin where it is neither of the model's language nor of the engine. */
  private static String word(QName name) {
    var origin = name.getNamespaceURI();
    return KNOWN.matcher(origin).matches() ? name.getLocalPart() : "{" + origin + "}" + name.getLocalPart();
  }

  private static void put(Map<String, String> fields, String name, String value) {
    fields.put(free(name, fields), value);
  }

  private void form(JsonNode node, String in) {
    for (var field : node.path("components")) {
      var key = field.path("key").asText(field.path("id").asText());
      var fields = new LinkedHashMap<String, String>();
      values(field, "", fields);
      if (!in.isEmpty()) {
        put(fields, "in", in);
      }
      put(key, new Element(field.path("type").asText(), field.path("label").asText(""), fields));
      form(field, key);
    }
  }

  private static void values(JsonNode node, String path, Map<String, String> fields) {
    node.properties().forEach(field -> {
      var name = path.isEmpty() ? field.getKey() : path + " " + field.getKey();
      if (name.equals("components") || name.equals("id") || OF_THE_PROGRAM.contains(name)) {
        return;
      }
      if (field.getValue().isObject()) {
        values(field.getValue(), name, fields);
      } else {
        put(fields, name, field.getValue().isValueNode() ? field.getValue().asText() : field.getValue().toString());
      }
    });
  }

  /** Rows and fields are in an order; it is told only where those that both versions have changed places. */
  private void rank(ModelDifference other) {
    var rank = new int[1];
    elements.forEach((id, element) -> {
      if (other.elements.containsKey(id) && (element.type().equals("rule") || element.fields().containsKey("key"))) {
        put(element.fields(), "row", String.valueOf(++rank[0]));
      }
    });
  }

  private static boolean isDrawing(ModelNode node) {
    return node.namespace().endsWith("/DI") || node.namespace().contains("/DMNDI/")
        || node.namespace().contains("/DD/");
  }
}
