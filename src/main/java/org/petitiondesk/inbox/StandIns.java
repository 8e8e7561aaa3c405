package org.petitiondesk.inbox;

import java.util.Optional;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseBars;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.kernel.SubstituteWork;
import org.petitiondesk.people.Substitutes;
import org.springframework.stereotype.Component;

/** Joins who stands in for whom with whose the items are. */
@Component
public class StandIns implements SubstituteWork {

  private final Substitutes substitutes;
  private final WorkItems items;
  private final CaseBars bars;

  StandIns(Substitutes substitutes, WorkItems items, CaseBars bars) {
    this.substitutes = substitutes;
    this.items = items;
    this.bars = bars;
  }

  /** Ask once for a whole list: it reads the substitutions of today. */
  public StandIn of(Actor actor) {
    return new StandIn(actor, substitutes.absentees(actor.id()), bars::barredFrom);
  }

  /** Whether decisions can wait for the actor: a leader's own, or those of a leader who is away today. */
  public boolean decides(Actor actor) {
    return actor.has(Role.LEADER) || actor.worksOnCases() && of(actor).standsInFor(Role.LEADER);
  }

  @Override
  public Actor on(String item, Actor actor) {
    return on(item, Optional.empty(), actor);
  }

  @Override
  public Actor on(String item, Optional<CaseId> caseId, Actor actor) {
    var standIn = of(actor);
    return standIn.isNobody()
        ? actor
        : items.find(item).filter(found -> caseId.map(found.caseId()::equals).orElse(true)).map(standIn::on)
            .orElse(actor);
  }

  /** Also a case whose item the substitute has finished, for as long as the substitution runs. */
  @Override
  public Optional<Actor> in(CaseId caseId, Actor actor) {
    var standIn = of(actor);
    if (standIn.isNobody()) {
      return Optional.empty();
    }
    return items.forColleagues(caseId, standIn.places(), actor.id()).stream()
        .flatMap(item -> standIn.forWhom(item).stream()).findFirst().map(actor::onBehalfOf);
  }
}
