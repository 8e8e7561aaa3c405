package org.petitiondesk.designer.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The element templates that a designer picks from: {@code processes/templates/*.json}, in the format of the Modeler,
 * where each text that people read is a pair {@code {"zh": …, "en": …}}.
 */
@Controller
class TemplateController {

  private final ArrayNode templates;

  TemplateController(ObjectMapper json) throws IOException {
    templates = json.createArrayNode();
    for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/templates/*.json")) {
      try (var content = file.getInputStream()) {
        json.readTree(content).forEach(templates::add);
      }
    }
  }

  /** In the reader's language. */
  @GetMapping(path = "/designer/templates", produces = MediaType.APPLICATION_JSON_VALUE)
  @PreAuthorize(Access.READ)
  @ResponseBody
  JsonNode templates(Locale locale) {
    return in(locale.getLanguage().equals("zh") ? "zh" : "en", templates.deepCopy());
  }

  private static JsonNode in(String language, JsonNode node) {
    if (node.isObject() && node.size() == 2 && node.has("zh") && node.has("en")) {
      return node.get(language);
    }
    if (node instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(name -> object.set(name, in(language, object.get(name))));
    } else if (node instanceof ArrayNode array) {
      for (var i = 0; i < array.size(); i++) {
        array.set(i, in(language, array.get(i)));
      }
    }
    return node;
  }
}
