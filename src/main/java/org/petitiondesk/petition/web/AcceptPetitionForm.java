package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Account;
import org.petitiondesk.petition.AcceptPetition;
import org.petitiondesk.petition.ObjectToAssignment;

/**
 * @param accepted false when the unit objects
 * @param basis rule that an objection relies on
 */
record AcceptPetitionForm(String item, @NotNull(message = "{petition.form.required.accepted}") Boolean accepted,
    @Written(max = 60) String leader, @Written String reason,
    @Written String basis) {

  AcceptPetitionForm {
    item = Blank.when(item);
    leader = Blank.when(leader);
    reason = Blank.when(reason);
    basis = Blank.when(basis);
  }

  /** With the only leader that there is to choose. */
  static AcceptPetitionForm empty(String item, List<Account> leaders) {
    return new AcceptPetitionForm(item, true, leaders.size() == 1 ? leaders.get(0).id() : "", "", "");
  }

  AcceptPetition toCommand(CaseId id) {
    return new AcceptPetition(id, item, leader);
  }

  ObjectToAssignment toObjection(CaseId id) {
    return new ObjectToAssignment(id, item, reason, basis);
  }
}
