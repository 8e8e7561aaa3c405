package org.petitiondesk.engine;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.BeanFactory;

/**
 * The beans that a model can name: delegates and {@link ModelBean}s, nothing else of the application. Without this the
 * engine would offer every Spring bean to every expression.
 */
class ModelBeans extends AbstractMap<Object, Object> {

  private final BeanFactory beans;

  ModelBeans(BeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String text && beans.containsBean(text)
        && (beans.isTypeMatch(text, JavaDelegate.class) || beans.isTypeMatch(text, ModelBean.class));
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
