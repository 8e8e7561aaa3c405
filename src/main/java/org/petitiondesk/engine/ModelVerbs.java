package org.petitiondesk.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * What a model can name: the verbs of the desk, and the beans that answer questions of an expression. Read from the class
 * path, so that a model can be checked where no desk runs.
 */
public final class ModelVerbs {

  private final Set<String> verbs;
  private final Set<String> asked;

  private final Map<String, List<VerbField>> forMatters;

  private ModelVerbs(Set<String> verbs, Set<String> asked, Map<String, List<VerbField>> forMatters) {
    this.verbs = verbs;
    this.asked = asked;
    this.forMatters = forMatters;
  }

  public static ModelVerbs ofTheDesk() {
    var forMatters = new TreeMap<String, List<VerbField>>();
    classes(MatterVerb.class).forEach((name, type) -> forMatters.put(name, declared(type)));
    return new ModelVerbs(classes(JavaDelegate.class).keySet(), classes(ModelBean.class).keySet(), forMatters);
  }

  /** Whether it serves processes without code, and those only. */
  boolean isForMatters(String verb) {
    return forMatters.containsKey(verb);
  }

  /** What a designer fills in for it; nothing for a verb of the desk's own processes. */
  List<VerbField> fields(String verb) {
    return forMatters.getOrDefault(verb, List.of());
  }

  boolean isVerb(String name) {
    return verbs.contains(name);
  }

  boolean isAsked(String name) {
    return asked.contains(name);
  }

  private static Map<String, String> classes(Class<?> type) {
    var registry = new SimpleBeanDefinitionRegistry();
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(type));
    return scan.findCandidateComponents("org.petitiondesk").stream()
        .collect(Collectors.toMap(found -> AnnotationBeanNameGenerator.INSTANCE.generateBeanName(found, registry),
            BeanDefinition::getBeanClassName));
  }

  private static List<VerbField> declared(String type) {
    return List.of(ClassUtils.resolveClassName(type, null).getAnnotationsByType(VerbField.class));
  }
}
