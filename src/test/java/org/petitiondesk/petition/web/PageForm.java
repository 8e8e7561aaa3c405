package org.petitiondesk.petition.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.unbescape.html.HtmlEscape;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The form of a page as a browser without scripts would send it: what the page has filled in, changed where a test types
 * something else. A field that the page does not have can not be typed into.
 */
final class PageForm {

  private final String action;
  private final Map<String, List<String>> values;
  private final List<String> names;

  private PageForm(String action, Map<String, List<String>> values, List<String> names) {
    this.action = action;
    this.values = values;
    this.names = names;
  }

  /** The form of the page whose action ends like this. */
  static PageForm of(String page, String actionEnd) {
    var reader = new Reader(actionEnd);
    try {
      new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(page, reader);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
    if (reader.action.isEmpty()) {
      throw new AssertionError("No form that ends in " + actionEnd + " in " + page);
    }
    return new PageForm(reader.action, reader.values, reader.names);
  }

  String action() {
    return action;
  }

  String value(String name) {
    return values.getOrDefault(name, List.of("")).get(0);
  }

  PageForm type(String name, String... typed) {
    if (!names.contains(name)) {
      throw new AssertionError("The form has no field " + name + ", but " + names);
    }
    var changed = new LinkedHashMap<>(values);
    changed.put(name, List.of(typed));
    return new PageForm(action, changed, names);
  }

  MultiValueMap<String, String> parameters() {
    var parameters = new LinkedMultiValueMap<String, String>();
    values.forEach((name, given) -> given.forEach(value -> parameters.add(name, value)));
    return parameters;
  }

  private static final class Reader extends AbstractSimpleMarkupHandler {

    private final String actionEnd;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private String action = "";
    private boolean inside;
    private boolean inTemplate;
    private String area;
    private String select;
    private String firstOption;
    private StringBuilder text = new StringBuilder();

    Reader(String actionEnd) {
      this.actionEnd = actionEnd;
    }

    @Override
    public void handleStandaloneElement(String name, Map<String, String> attributes, boolean minimized, int line,
        int column) {
      handleOpenElement(name, attributes, line, column);
    }

    @Override
    public void handleOpenElement(String element, Map<String, String> given, int line, int column) {
      var attributes = given == null ? Map.<String, String>of() : given;
      switch (element) {
        case "form" -> {
          inside = attributes.getOrDefault("action", "").endsWith(actionEnd);
          action = inside ? attributes.get("action") : action;
        }
        case "template" -> inTemplate = true;
        case "input" -> input(attributes);
        case "button" -> note(attributes.get("name"));
        case "textarea" -> {
          area = attributes.get("name");
          text = new StringBuilder();
        }
        case "select" -> {
          select = attributes.get("name");
          firstOption = null;
          note(select);
        }
        case "option" -> option(attributes);
        default -> {
        }
      }
    }

    @Override
    public void handleText(char[] buffer, int offset, int length, int line, int column) {
      text.append(buffer, offset, length);
    }

    @Override
    public void handleCloseElement(String element, int line, int column) {
      switch (element) {
        case "form" -> inside = false;
        case "template" -> inTemplate = false;
        case "textarea" -> {
          // A browser drops the first line break.
          add(area, HtmlEscape.unescapeHtml(text.toString()).replaceFirst("^\n", ""));
          area = null;
        }
        case "select" -> {
          if (inside && select != null && !values.containsKey(select) && firstOption != null) {
            add(select, firstOption);
          }
          select = null;
        }
        default -> {
        }
      }
    }

    private void input(Map<String, String> attributes) {
      var type = attributes.getOrDefault("type", "text");
      var choice = type.equals("radio") || type.equals("checkbox");
      note(attributes.get("name"));
      if (!choice && !type.equals("file") || choice && attributes.containsKey("checked")) {
        add(attributes.get("name"), HtmlEscape.unescapeHtml(attributes.getOrDefault("value", "")));
      }
    }

    private void option(Map<String, String> attributes) {
      if (select != null) {
        firstOption = firstOption == null ? attributes.getOrDefault("value", "") : firstOption;
        if (attributes.containsKey("selected")) {
          add(select, attributes.getOrDefault("value", ""));
        }
      }
    }

    private void note(String name) {
      if (inside && !inTemplate && name != null) {
        names.add(name);
      }
    }

    private void add(String name, String value) {
      if (inside && !inTemplate && name != null) {
        note(name);
        values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
      }
    }
  }
}
