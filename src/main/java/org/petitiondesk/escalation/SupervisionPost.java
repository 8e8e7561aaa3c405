package org.petitiondesk.escalation;

import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Role;

/**
 * To whom a piece of work goes.
 *
 * @param account who gets it in person; empty when anybody of the group may take it
 */
public record SupervisionPost(Group group, String account) {

  static SupervisionPost of(Role role, String unit) {
    return new SupervisionPost(new Group(role, unit), "");
  }
}
