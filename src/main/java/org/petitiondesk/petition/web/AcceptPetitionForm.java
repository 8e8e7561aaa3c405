package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Account;
import org.petitiondesk.petition.AcceptPetition;

/**
 * @param accepted false when it goes back to the petition office
 */
record AcceptPetitionForm(String item, @NotNull(message = "{petition.form.required.accepted}") Boolean accepted,
    @Written(max = 60) String leader, @Written String reason) {

  AcceptPetitionForm {
    item = Blank.when(item);
    leader = Blank.when(leader);
    reason = Blank.when(reason);
  }

  /** With the only leader that there is to choose. */
  static AcceptPetitionForm empty(String item, List<Account> leaders) {
    return new AcceptPetitionForm(item, true, leaders.size() == 1 ? leaders.get(0).id() : "", "");
  }

  AcceptPetition toCommand(CaseId id) {
    return new AcceptPetition(id, item, leader);
  }
}
