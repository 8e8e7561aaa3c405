package org.petitiondesk.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.util.function.SingletonSupplier;

/** Puts our ears on every user task of every model while it is parsed. */
class UserTaskParseListener extends AbstractBpmnParseListener {

  private final Supplier<List<TaskObserver>> observers;

  /**
   * @param observers asked when the first task is reached: they may need the engine, which parses before it is ready
   */
  UserTaskParseListener(Iterable<TaskObserver> observers) {
    // Asking Spring for them at every task cost more than what they write.
    this.observers = SingletonSupplier.of(() -> StreamSupport.stream(observers.spliterator(), false).toList());
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    ModelProperties.read(element, activity);
    var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    var events = List.of(
        new Ear(TaskListener.EVENTNAME_CREATE, task -> {
          var open = OpenTasks.of((TaskEntity) task);
          Acting.open(open);
          observers.get().forEach(observer -> observer.created(open, Acting.sending()));
        }),
        listen(TaskListener.EVENTNAME_COMPLETE, (observer, task) -> observer.completed(task, Acting.current())),
        listen(TaskListener.EVENTNAME_DELETE, UserTaskParseListener::gone));
    events.forEach(event -> definition.addBuiltInTaskListener(event.name(), event.listener()));
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    ModelProperties.read(element, activity);
  }

  /** Of what is sent back the observers have heard already. */
  private static void gone(TaskObserver observer, OpenTask task) {
    var sending = Acting.sending();
    if (sending.move() != Sending.Move.BACK || !sending.task().equals(Optional.of(task.id()))) {
      observer.cancelled(task, sending.by());
    }
  }

  private Ear listen(String event, BiConsumer<TaskObserver, OpenTask> tell) {
    return new Ear(event, task -> {
      var open = OpenTasks.of((TaskEntity) task);
      observers.get().forEach(observer -> tell.accept(observer, open));
    });
  }

  private record Ear(String name, TaskListener listener) {}
}
