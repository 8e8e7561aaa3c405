package org.petitiondesk.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Absentee;

/**
 * What one person does for absent colleagues today (A/B 角); for nearly everybody on nearly every day, nothing. What
 * somebody may do by their own right is never done on another's behalf; a report against a person goes to no substitute,
 * nor does a case from which either of the two is kept.
 */
public final class StandIn {

  private final Actor actor;
  private final List<Absentee> absentees;
  private final Map<String, Set<CaseId>> barred;

  StandIn(Actor actor, List<Absentee> absentees, Function<Actor, Set<CaseId>> barredFrom) {
    this.actor = actor;
    this.absentees = absentees.stream().filter(absentee -> absentee.colleague().worksOnCases()).toList();
    barred = this.absentees.stream().map(Absentee::colleague).distinct()
        .collect(Collectors.toMap(Actor::id, barredFrom));
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
        .map(Absentee::colleague).filter(colleague -> !barred.get(colleague.id()).contains(item.caseId())).findFirst();
  }

  /** The actor as they act on this item: on behalf of the colleague whose it is, or unchanged. */
  public Actor on(WorkItem item) {
    return forWhom(item).map(actor::onBehalfOf).orElse(actor);
  }

  /** The cases from which one of the absent colleagues is kept: whatever waits there is not theirs to be done. */
  Set<CaseId> barred() {
    return barred.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
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
