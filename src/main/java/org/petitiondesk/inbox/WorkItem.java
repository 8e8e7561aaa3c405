package org.petitiondesk.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;

/**
 * One piece of work for one person.
 *
 * @param id the engine's task id, or the id of an incident
 * @param kind element id of the user task; for an incident, of the step that failed
 * @param name as drawn
 * @param form route template of the page on which it is done
 * @param title of the case; empty for a report against a person, see {@code confidential}
 * @param caseUnit the office that registered the case
 * @param group who may claim it, {@code role@unit}; empty when it is for one person only; an incident is for all
 * administrators
 * @param unit whose work it is
 * @param since when it began to wait for whom it waits for
 * @param finish who finished it and when; present once it is not open any more
 * @param version counts who held it; the verbs refuse a page that has seen another one
 * @param marks what the verbs have left on it
 */
public record WorkItem(String id, ItemSource source, String kind, String processKey, String name, String form,
    CaseId caseId, String caseCode, CaseKind caseKind, String title, boolean confidential, Optional<String> category,
    Optional<String> territory, Urgency urgency, String caseUnit, String group, String unit, Optional<String> assignee,
    Standing standing, Instant createdAt, Instant since, ItemState state, Optional<Finish> finish, int version,
    Marks marks) {

  /**
   * Who brought an item to its end.
   *
   * @param onBehalfOf the absent colleague for whom it was done
   */
  public record Finish(String by, String name, Instant at, Optional<String> onBehalfOf) {

    static Finish of(Actor by, Instant at) {
      return new Finish(by.id(), by.name(), at, by.onBehalfOf().map(Actor::id));
    }
  }

  /** A report that nobody may see, for the administrators to name somebody on it. */
  public boolean isUnreadReport() {
    return kind.equals(UnreadReports.KIND);
  }

  /** About a case, and not about something that is not on the register: only a case is asked about and copied. */
  boolean isOnRegister() {
    return !caseUnit.isEmpty();
  }

  /** Opened again by whoever had sent it on. */
  boolean isTakenBack() {
    return isHanded(Handing.How.TAKEN_BACK);
  }

  /** Sent back by the step that had it. */
  boolean isReturned() {
    return isHanded(Handing.How.RETURNED);
  }

  private boolean isHanded(Handing.How how) {
    return marks.handed().filter(handed -> handed.how() == how).isPresent();
  }

  /** Work on a report against a person: for those named on it alone. What an operator gets shows nothing of its case. */
  public boolean isOfReport() {
    return confidential && source != ItemSource.INCIDENT;
  }

  public boolean isOpen() {
    return state == ItemState.OPEN;
  }

  public boolean isHeldBy(Actor actor) {
    return assignee.filter(actor.asWhom().id()::equals).isPresent();
  }

  /** Nobody holds it and the actor belongs to the group that it waits for. */
  public boolean isFor(Actor actor) {
    return assignee.isEmpty() && isForGroupOf(actor);
  }

  public boolean isForGroupOf(Actor actor) {
    return !group.isEmpty() && WaitsFor.groups(actor.asWhom()).contains(WaitsFor.group(group));
  }

  public Severity severity(LocalDate today) {
    return Severity.of(standing.rank(), today);
  }

  /** The page of the work itself. */
  public String route() {
    return "/" + form.replace("{case}", caseId.toString()).replace("{item}", id);
  }
}
