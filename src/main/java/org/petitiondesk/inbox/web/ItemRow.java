package org.petitiondesk.inbox.web;

import java.time.Instant;
import java.util.List;
import org.petitiondesk.inbox.Severity;
import org.petitiondesk.inbox.Verb;
import org.petitiondesk.inbox.WorkItem;

/**
 * One line of the list, in the reader's language.
 *
 * @param mine the reader holds it
 * @param actionable the reader holds it or may claim it; others are sent to the case instead
 * @param verbs what the reader can do with it, beside the work itself
 * @param reasons why it is urgent, most urgent first
 * @param forWhom the absent colleague whose work it is; null for the reader's own
 * @param handed who handed it on to the reader and why; null when nothing was said with it
 * @param urged who reminded the reader last and with which words; null when nothing was said
 * @param draft when the reader's draft of it was saved; null when there is none
 * @param age full days since the step was opened
 */
public record ItemRow(WorkItem item, boolean mine, boolean actionable, List<Verb> verbs, Severity severity, String href,
    String title, String task, List<String> reasons, String category, String territory, String holder,
    String forWhom, String handed, String urged, Instant draft, long age) {

  /** Those that ask for something first; claiming does not. */
  public List<Verb> asking() {
    return verbs.stream().filter(verb -> verb != Verb.CLAIM).toList();
  }

  /** Those that can be done on it together with others. */
  public List<Verb> forSeveral() {
    return verbs.stream().filter(Verb::isForSeveral).toList();
  }

  /** As its box chooses it. */
  public Chosen chosen() {
    return Chosen.of(item);
  }

  /** The heading under which the line stands; the template writes a heading where this changes. */
  public String heading() {
    return (mine ? "mine." : "open.") + severity;
  }
}
