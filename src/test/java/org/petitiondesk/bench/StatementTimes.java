package org.petitiondesk.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** How long an application spends in the statements that match, from sending each to having its answer. */
class StatementTimes implements BeanPostProcessor {

  private final Pattern counted;
  private final LongAdder nanos = new LongAdder();

  StatementTimes(String counted) {
    this.counted = Pattern.compile(counted, Pattern.CASE_INSENSITIVE);
  }

  long nanos() {
    return nanos.sum();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source
        ? proxy(DataSource.class, source, (method, arguments, result) -> result instanceof Connection connection
            ? proxy(Connection.class, connection, this::prepared)
            : result)
        : bean;
  }

  private Object prepared(String method, Object[] arguments, Object result) {
    return result instanceof PreparedStatement statement && counted.matcher((String) arguments[0]).find()
        ? Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{PreparedStatement.class},
            (self, called, values) -> {
              var begin = System.nanoTime();
              try {
                return called.invoke(statement, values);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                if (called.getName().startsWith("execute")) {
                  nanos.add(System.nanoTime() - begin);
                }
              }
            })
        : result;
  }

  private static Object proxy(Class<?> type, Object target, Following following) {
    InvocationHandler handler = (self, called, arguments) -> {
      try {
        return following.after(called.getName(), arguments, called.invoke(target, arguments));
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    };
    return Proxy.newProxyInstance(StatementTimes.class.getClassLoader(), new Class<?>[]{type}, handler);
  }

  /** What becomes of the result of a call. */
  private interface Following {

    Object after(String method, Object[] arguments, Object result);
  }
}
