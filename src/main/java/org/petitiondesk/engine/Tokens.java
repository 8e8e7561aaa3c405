package org.petitiondesk.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;

/**
 * Where the tokens of one process instance stand, called processes apart.
 *
 * @param all one for each element of the process that is entered
 */
record Tokens(List<Token> all) {

  private static final String BODY = "#multiInstanceBody";

  /**
   * @param id the engine's id of this passage of the element
   * @param element as drawn
   * @param leaves what is active in it: itself, each run of a multi-instance, what a sub-process holds
   */
  record Token(String id, String element, List<Leaf> leaves) {}

  /**
   * @param job it waits for the job executor
   */
  record Leaf(String id, String element, String name, boolean job) {}

  /** Empty when the instance is over. */
  static Optional<Tokens> of(RuntimeService runtime, String processInstance) {
    return Optional.ofNullable(runtime.getActivityInstance(processInstance)).map(tree -> new Tokens(
        Stream.concat(Stream.of(tree.getChildActivityInstances()).map(Tokens::token),
            waiting(tree).map(Tokens::token)).toList()));
  }

  List<Leaf> leaves() {
    return all.stream().flatMap(token -> token.leaves().stream()).toList();
  }

  /** The token that has the leaf in it. */
  Optional<Token> with(String leaf) {
    return all.stream().filter(token -> token.leaves().stream().anyMatch(each -> each.id().equals(leaf))).findFirst();
  }

  /** As drawn, without the body that the engine wraps around a multi-instance. */
  static String drawn(String activity) {
    return activity.replace(BODY, "");
  }

  private static Token token(ActivityInstance instance) {
    return new Token(instance.getId(), drawn(instance.getActivityId()), leaves(instance).toList());
  }

  /** What waits for the job executor; the engine also shows finished runs of a multi-instance here. */
  private static Stream<TransitionInstance> waiting(ActivityInstance instance) {
    return Stream.of(instance.getChildTransitionInstances()).filter(transition -> !Context.getCommandContext()
        .getJobManager().findJobsByExecutionId(transition.getExecutionId()).isEmpty());
  }

  private static Token token(TransitionInstance instance) {
    return new Token(instance.getId(), drawn(instance.getActivityId()), List.of(leaf(instance)));
  }

  private static Stream<Leaf> leaves(ActivityInstance instance) {
    var inside = Stream.concat(Stream.of(instance.getChildActivityInstances()).flatMap(Tokens::leaves),
        waiting(instance).map(Tokens::leaf)).toList();
    return inside.isEmpty()
        ? Stream.of(new Leaf(instance.getId(), drawn(instance.getActivityId()), instance.getActivityName(), false))
        : inside.stream();
  }

  private static Leaf leaf(TransitionInstance instance) {
    return new Leaf(instance.getId(), drawn(instance.getActivityId()), instance.getActivityName(), true);
  }
}
