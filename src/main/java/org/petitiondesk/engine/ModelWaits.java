package org.petitiondesk.engine;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The places of a model where a case waits for something that may never come: a message, a signal, a condition, a worker
 * outside. Each needs an alarm: a timer on it or around it, beside it behind an event-based gateway, or a clock that
 * watches the case meanwhile ({@code watchedBy} names it). What people do stands on the work list and needs none.
 */
final class ModelWaits {

  /** Property of the element: the kind of clock that runs while the case stands there. */
  static final String WATCHED_BY = "watchedBy";

  private static final Set<String> EVENTS = Set.of("messageEventDefinition", "signalEventDefinition",
      "conditionalEventDefinition");

  private final ModelNode root;

  ModelWaits(ModelNode root) {
    this.root = root;
  }

  Stream<ModelNode> withoutAlarm() {
    return root.all().filter(ModelWaits::waits).filter(node -> !isWatched(node));
  }

  private static boolean waits(ModelNode node) {
    return switch (node.local()) {
      case "receiveTask" -> true;
      case "intermediateCatchEvent" -> node.children().stream().anyMatch(child -> EVENTS.contains(child.local()));
      default -> node.attributes().entrySet().stream().anyMatch(attribute -> attribute.getKey().getLocalPart()
          .equals("type") && attribute.getValue().equals("external"));
    };
  }

  private boolean isWatched(ModelNode node) {
    return node.all().anyMatch(child -> child.local().equals("property")
        && child.attribute("name").equals(WATCHED_BY) && !child.attribute("value").isBlank())
        || Stream.concat(Stream.of(node), node.ancestors()).anyMatch(ModelWaits::hasTimer) || isBesideTimer(node);
  }

  /** A timer on its edge, or one that begins an event sub-process inside it. */
  private static boolean hasTimer(ModelNode scope) {
    var onEdge = scope.parent().stream().flatMap(around -> around.children("boundaryEvent"))
        .filter(event -> event.attribute("attachedToRef").equals(scope.attribute("id")));
    var inside = scope.children("subProcess").filter(child -> child.attribute("triggeredByEvent").equals("true"))
        .flatMap(child -> child.children("startEvent"));
    return Stream.concat(onEdge, inside)
        .anyMatch(event -> event.children("timerEventDefinition").findAny().isPresent());
  }

  private static boolean isBesideTimer(ModelNode node) {
    var around = node.parent().orElseThrow();
    return around.children("sequenceFlow").filter(flow -> flow.attribute("targetRef").equals(node.attribute("id")))
        .map(flow -> flow.attribute("sourceRef"))
        .anyMatch(gateway -> around.children("eventBasedGateway")
            .anyMatch(each -> each.attribute("id").equals(gateway))
            && around.children("sequenceFlow").filter(flow -> flow.attribute("sourceRef").equals(gateway))
                .flatMap(flow -> around.children("intermediateCatchEvent")
                    .filter(event -> event.attribute("id").equals(flow.attribute("targetRef"))))
                .anyMatch(event -> event.children("timerEventDefinition").findAny().isPresent()));
  }
}
