package org.petitiondesk.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Absentee;

/**
 * What one person does for absent colleagues today (A/B 角); for nearly everybody on nearly every day, nothing. What
 * somebody may do by their own right is never done on another's behalf, and a report against a person goes to no
 * substitute.
 */
public final class StandIn {

  private final Actor actor;
  private final List<Absentee> absentees;

  StandIn(Actor actor, List<Absentee> absentees) {
    this.actor = actor;
    this.absentees = absentees.stream().filter(absentee -> absentee.colleague().worksOnCases()).toList();
  }

  public boolean isNobody() {
    return absentees.isEmpty();
  }

  boolean standsInFor(Role role) {
    return absentees.stream().anyMatch(absentee -> absentee.colleague().has(role));
  }

  /**
   * The colleague for whom the item may be done, or for whom this person has done it; empty for one's own and for
   * everybody else's.
   */
  public Optional<Actor> forWhom(WorkItem item) {
    if (!item.isOpen()) {
      return item.finish().filter(finish -> finish.by().equals(actor.id())).flatMap(WorkItem.Finish::onBehalfOf)
          .flatMap(account -> absentees.stream().map(Absentee::colleague)
              .filter(colleague -> colleague.id().equals(account)).findFirst());
    }
    if (isNobody() || item.source() == ItemSource.INCIDENT || item.confidential()
        || item.assignee().filter(actor.id()::equals).isPresent()
        || item.assignee().isEmpty() && actor.groups().contains(item.group())) {
      return Optional.empty();
    }
    return absentees.stream().filter(absentee -> absentee.does(item.assignee(), item.group()))
        .map(Absentee::colleague).findFirst();
  }

  /** The actor as they act on this item: on behalf of the colleague whose it is, or unchanged. */
  public Actor on(WorkItem item) {
    return forWhom(item).map(actor::onBehalfOf).orElse(actor);
  }

  /**
   * Where their items lie: pairs for {@code (waits_for, group_key) in (:places) and not confidential}. Empty when there
   * is nobody to stand in for.
   */
  List<Object[]> places() {
    var places = new ArrayList<Object[]>();
    for (var absentee : absentees) {
      var colleague = absentee.colleague();
      for (var group : colleague.groups()) {
        places.add(new Object[]{WaitsFor.account(colleague.id()), group});
        if (!actor.groups().contains(group)) {
          places.add(new Object[]{WaitsFor.group(group), group});
        }
      }
      if (absentee.everything()) {
        places.add(new Object[]{WaitsFor.account(colleague.id()), ""});
      }
    }
    return places;
  }
}
