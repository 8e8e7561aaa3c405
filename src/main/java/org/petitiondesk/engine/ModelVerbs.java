package org.petitiondesk.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * What a model can name: the verbs of the desk, and the beans that answer questions of an expression. Read from the class
 * path, so that a model can be checked where no desk runs.
 */
public final class ModelVerbs {

  private final Set<String> verbs;
  private final Set<String> asked;

  private ModelVerbs(Set<String> verbs, Set<String> asked) {
    this.verbs = verbs;
    this.asked = asked;
  }

  public static ModelVerbs ofTheDesk() {
    return new ModelVerbs(names(JavaDelegate.class), names(ModelBean.class));
  }

  boolean isVerb(String name) {
    return verbs.contains(name);
  }

  boolean isAsked(String name) {
    return asked.contains(name);
  }

  private static Set<String> names(Class<?> type) {
    var registry = new SimpleBeanDefinitionRegistry();
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(type));
    return scan.findCandidateComponents("org.petitiondesk").stream()
        .map(found -> AnnotationBeanNameGenerator.INSTANCE.generateBeanName(found, registry))
        .collect(Collectors.toSet());
  }
}
