package org.petitiondesk.engine;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.BeanFactory;

/**
 * The beans that a model can name: delegates and {@link ModelBean}s, nothing else of the application. Without this the
 * engine would offer every Spring bean to every expression.
 */
class ModelBeans extends AbstractMap<Object, Object> {

  private static final int NAMES = 10_000;

  private final BeanFactory beans;
  /** Which of the names that models use may be used; models are few and their names are the same every time. */
  private final Map<String, Boolean> visible = new ConcurrentHashMap<>();

  ModelBeans(BeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String text
        && (visible.size() < NAMES ? visible.computeIfAbsent(text, this::isVisible) : isVisible(text));
  }

  private boolean isVisible(String name) {
    return beans.containsBean(name)
        && (beans.isTypeMatch(name, JavaDelegate.class) || beans.isTypeMatch(name, ModelBean.class));
  }

  @Override
  public Object get(Object name) {
    return containsKey(name) ? beans.getBean((String) name) : null;
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    throw new IllegalStateException("The beans of a model are looked up by name, never listed");
  }
}
