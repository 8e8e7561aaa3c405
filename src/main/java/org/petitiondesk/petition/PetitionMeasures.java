package org.petitiondesk.petition;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseMeasures;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a leader may order for a petition that runs late. */
@Component
@Transactional
class PetitionMeasures implements CaseMeasures {

  private final CaseFiles cases;
  private final Accounts accounts;
  private final PetitionRecords records;
  private final PetitionWorkflow workflow;

  PetitionMeasures(CaseFiles cases, Accounts accounts, PetitionRecords records, PetitionWorkflow workflow) {
    this.cases = cases;
    this.accounts = accounts;
    this.records = records;
    this.workflow = workflow;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Said> lastWord(CaseId id) {
    return records.notes(id).stream().reduce((earlier, later) -> later)
        .map(note -> new Said(note.writtenBy(), note.writtenAt(), note.text()));
  }

  /** Handlers of the lead unit; of a report nobody: who may see it is decided by naming. */
  @Override
  @Transactional(readOnly = true)
  public List<String> otherHandlers(CaseId id) {
    var file = cases.get(id);
    if (!isHandled(file) || file.isReport()) {
      return List.of();
    }
    return accounts.inUnit(file.leadUnit().orElseThrow(), Role.HANDLER).stream().map(Account::id)
        .filter(account -> !file.officer().equals(Optional.of(account)))
        .filter(account -> !cases.isBarred(id, accounts.get(account)))
        .filter(account -> !file.leader().equals(Optional.of(account))).toList();
  }

  @Override
  public void handOver(CaseId id, String account, String reason, Actor actor) {
    if (!otherHandlers(id).contains(account)) {
      throw Refused.at("account", "petition.refused.not-a-handler");
    }
    var file = cases.get(id);
    inHands(file, file.officer().orElseThrow(), account, account, file.leader().orElseThrow(), reason, actor);
  }

  @Override
  @Transactional(readOnly = true)
  public boolean mayTakeOver(CaseId id, String account) {
    var file = cases.get(id);
    return isHandled(file) && !cases.isBarred(id, accounts.get(account))
        && !file.leader().equals(Optional.of(account)) && !file.officer().equals(Optional.of(account));
  }

  @Override
  public void takeOver(CaseId id, String account, String reason, Actor actor) {
    if (!mayTakeOver(id, account)) {
      throw Refused.because("petition.refused.not-to-take-over");
    }
    var file = cases.get(id);
    inHands(file, file.leader().orElseThrow(), account, file.officer().orElseThrow(), account, reason, actor);
  }

  private void inHands(CaseFile file, String before, String after, String officer, String leader, String reason,
      Actor actor) {
    cases.inHands(file.id(), officer, leader, reason, actor);
    workflow.inHands(file.id(), before, after, officer, leader, reason, actor);
  }

  /** Accepted, and in the hands of the unit that did. */
  private static boolean isHandled(CaseFile file) {
    return !file.isClosed() && file.status() != CaseStatus.RECONSIDERATION && file.officer().isPresent()
        && file.leader().isPresent();
  }
}
