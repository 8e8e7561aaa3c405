package org.petitiondesk.engine;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;

/**
 * What lies between a fork and its join. A token that enters it from behind must find the other branches done, and one
 * that leaves it against the direction must take the other branches along.
 *
 * @param join the gateway that waits for all branches
 * @param inside ids of the elements between, as drawn
 */
record ParallelBlock(PvmActivity join, Set<String> inside) {

  /** The blocks around an element, the innermost first. */
  static List<ParallelBlock> around(ProcessDefinitionImpl process, String key) {
    return gateways(process).filter(fork -> fork.getOutgoingTransitions().size() > 1)
        .flatMap(fork -> of(process, fork).stream()).filter(block -> block.contains(key))
        .sorted(Comparator.comparingInt(block -> block.inside.size())).toList();
  }

  /** Ids of what a token at this element may still come to, the element itself included. */
  static Set<String> ahead(PvmActivity element) {
    return walk(element, Optional.empty(), PvmActivity::getOutgoingTransitions, PvmTransition::getDestination);
  }

  static boolean isJoin(PvmActivity element) {
    return element.getActivityBehavior() instanceof ParallelGatewayActivityBehavior
        && element.getIncomingTransitions().size() > 1;
  }

  boolean contains(String key) {
    return inside.contains(key);
  }

  boolean isJoin(String key) {
    return Tokens.drawn(join.getId()).equals(key);
  }

  /** Branches of the join that do not lead through the element. */
  long otherBranches(PvmActivity element) {
    var through = walk(element, Optional.of(join), PvmActivity::getOutgoingTransitions, PvmTransition::getDestination);
    return join.getIncomingTransitions().stream().map(PvmTransition::getSource)
        .filter(source -> !through.contains(key(source))).count();
  }

  /** The nearest join that every branch of the fork leads to. */
  private static Optional<ParallelBlock> of(ProcessDefinitionImpl process, PvmActivity fork) {
    var branches = fork.getOutgoingTransitions().stream().map(flow -> ahead(flow.getDestination())).toList();
    return gateways(process).filter(ParallelBlock::isJoin)
        .filter(join -> branches.stream().allMatch(branch -> branch.contains(key(join))))
        .map(join -> between(fork, join)).min(Comparator.comparingInt(block -> block.inside.size()));
  }

  private static ParallelBlock between(PvmActivity fork, PvmActivity join) {
    var inside = walk(fork, Optional.of(join), PvmActivity::getOutgoingTransitions, PvmTransition::getDestination);
    inside.retainAll(
        walk(join, Optional.of(fork), PvmActivity::getIncomingTransitions, PvmTransition::getSource));
    inside.removeAll(Set.of(key(fork), key(join)));
    return new ParallelBlock(join, inside);
  }

  /** Everything on the way from an element, up to another one if there is one; both included. */
  private static Set<String> walk(PvmActivity from, Optional<PvmActivity> to,
      Function<PvmActivity, List<PvmTransition>> flows, Function<PvmTransition, PvmActivity> end) {
    var seen = new HashSet<String>();
    var waiting = new ArrayDeque<PvmActivity>();
    waiting.add(from);
    while (!waiting.isEmpty()) {
      var next = waiting.remove();
      if (seen.add(key(next)) && to.map(PvmActivity::getId).filter(next.getId()::equals).isEmpty()) {
        flows.apply(next).forEach(flow -> waiting.add(end.apply(flow)));
      }
    }
    return seen;
  }

  private static String key(PvmActivity activity) {
    return Tokens.drawn(activity.getId());
  }

  private static Stream<? extends PvmActivity> gateways(ProcessDefinitionImpl process) {
    return process.getActivities().stream()
        .filter(activity -> activity.getActivityBehavior() instanceof ParallelGatewayActivityBehavior);
  }
}
