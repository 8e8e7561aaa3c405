package org.petitiondesk.designer;

import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Role;
import org.springframework.stereotype.Component;

/** Designers draw; another designer or a leader of a petition office decides. Models hold no personal data. */
@Component
class DraftRules {

  boolean draws(Actor actor) {
    return actor.has(Role.DESIGNER);
  }

  boolean reads(Actor actor) {
    return draws(actor) || leadsOffice(actor);
  }

  /** Never whoever wrote on it or handed it in. */
  boolean decides(Draft draft, Actor actor) {
    return reads(actor) && !draft.isOf(actor.id());
  }

  void requireDesigner(Actor actor) {
    if (!draws(actor)) {
      throw new Forbidden("designer.forbidden.draw");
    }
  }

  void requireReader(Actor actor) {
    if (!reads(actor)) {
      throw new Forbidden("designer.forbidden.read");
    }
  }

  void requireDecider(Draft draft, Actor actor) {
    requireReader(actor);
    if (draft.isOf(actor.id())) {
      throw new Forbidden("designer.forbidden.own");
    }
  }

  private static boolean leadsOffice(Actor actor) {
    return actor.has(Role.LEADER) && actor.has(Role.OFFICER);
  }
}
