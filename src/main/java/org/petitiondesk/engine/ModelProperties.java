package org.petitiondesk.engine;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What a designer says about an element by extension properties, read once while the model is parsed:
 * {@code returnTo} on a user task names the earlier user tasks to which it may be returned, separated by commas;
 * {@code legalEffect} on a service task says that what it did can not be taken back: nothing goes back to before it;
 * {@code repeatable} on a user task says that it may be done once more: when it is returned to, or when whoever has
 * finished it takes it back.
 */
final class ModelProperties {

  static final String RETURN_TO = "returnTo";
  static final String LEGAL_EFFECT = "legalEffect";
  static final String REPEATABLE = "repeatable";

  private ModelProperties() {}

  static void read(Element element, ActivityImpl activity) {
    var extensions = element.element("extensionElements");
    var properties = extensions == null ? null : extensions.element("properties");
    if (properties == null) {
      return;
    }
    for (var property : properties.elements("property")) {
      if (Set.of(RETURN_TO, LEGAL_EFFECT, REPEATABLE).contains(property.attribute("name"))) {
        activity.setProperty(property.attribute("name"), property.attribute("value"));
      }
    }
  }

  static Set<String> returnTo(PvmActivity activity) {
    var value = (String) activity.getProperty(RETURN_TO);
    return value == null
        ? Set.of()
        : Arrays.stream(value.split(",")).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
  }

  static boolean hasLegalEffect(PvmActivity activity) {
    return Boolean.parseBoolean((String) activity.getProperty(LEGAL_EFFECT));
  }

  static boolean isRepeatable(PvmActivity activity) {
    return Boolean.parseBoolean((String) activity.getProperty(REPEATABLE));
  }
}
