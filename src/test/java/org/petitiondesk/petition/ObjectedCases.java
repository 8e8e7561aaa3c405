package org.petitiondesk.petition;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import org.springframework.stereotype.Component;

/** Petitions that the lead unit objects to; {@value #CONVENER} records the joint meeting. */
@Component
public class ObjectedCases {

  public static final String CONVENER = "meeting.leader";

  private final Petitions petitions;
  private final ObjectionService objections;
  private final Accounts accounts;
  private final Passwords passwords;

  ObjectedCases(Petitions petitions, ObjectionService objections, Accounts accounts, Passwords passwords) {
    this.petitions = petitions;
    this.objections = objections;
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /** The office has not answered yet. */
  public CaseId objected() {
    var id = petitions.screened();
    petitions.object(id, "油烟归城管部门管。");
    return id;
  }

  /** The office says no: with the common superior when there is one, else with the joint meeting. */
  public CaseId refused() {
    var id = objected();
    refuse(id, "三定规定写明由贵局牵头。");
    return id;
  }

  public void refuse(CaseId id, String reason) {
    objections.decide(id, petitions.item(id, PetitionObjection.USER_DECIDE), false, reason, petitions.officer());
  }

  /** A leader above both sides, whom the demo organisation does not have; {@link #leave} sends them away again. */
  public Actor superior() {
    var id = "aa-superior-" + UUID.randomUUID();
    accounts.create(new CreateAccount(id, "区长" + id.substring(12, 19), "linjiang", Set.of(Role.LEADER),
        Optional.empty(), passwords.hash("petition-desk")), Actor.SYSTEM);
    return accounts.actor(id);
  }

  public void leave(Actor superior) {
    var account = accounts.get(superior.id());
    accounts.disable(account.id(), account.version(), Optional.empty(), accounts.actor("admin"));
  }
}
