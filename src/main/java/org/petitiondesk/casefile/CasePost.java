package org.petitiondesk.casefile;

import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Role;

/**
 * To whom a piece of work on a case goes.
 *
 * @param account who gets it in person; empty when anybody of the group may take it
 */
public record CasePost(Group group, String account) {

  public static CasePost of(Role role, String unit) {
    return new CasePost(new Group(role, unit), "");
  }
}
