package org.petitiondesk.inbox;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.ConfidentialityChanged;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.OwnMatters;
import org.petitiondesk.people.Accounts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A case that is found to be a report against a person disappears from the hands of those who must not know of it, in the
 * transaction that finds it; one that is found to be none can be read in the lists again.
 */
@Component
class ReportItems {

  private final WorkItems items;
  private final Matters matters;
  private final Words words;
  private final CaseFiles cases;
  private final CaseSight sight;
  private final Processes processes;
  private final Accounts accounts;

  ReportItems(WorkItems items, Matters matters, Words words, CaseFiles cases, CaseSight sight, Processes processes,
      Accounts accounts) {
    this.items = items;
    this.matters = matters;
    this.words = words;
    this.cases = cases;
    this.sight = sight;
    this.processes = processes;
    this.accounts = accounts;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(ConfidentialityChanged changed) {
    var file = cases.get(changed.id());
    var open = Optional.of(file).filter(known -> !changed.report());
    items.describe(file.id(), open.map(CaseFile::title).orElse(""), changed.report(),
        open.flatMap(CaseFile::category), open.map(CaseFile::territory));
    if (changed.report()) {
      items.openOf(List.of(file.id())).stream().filter(item -> item.source() == ItemSource.TASK)
          .forEach(this::takeFromTheUnnamed);
      words.hide(file.id(), Actor.SYSTEM);
    }
  }

  /** What is no case of the register follows what its owner says of it. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(OwnMatters.Changed changed) {
    matters.of(changed.processKey(), changed.id()).ifPresent(
        matter -> items.describe(changed.id(), matter.title(), false, Optional.empty(), Optional.empty()));
  }

  /** Work that others of the group can do goes back to it. Whoever alone can do it is named, unless it is about them. */
  private void takeFromTheUnnamed(WorkItem item) {
    item.assignee().map(accounts::get).filter(holder -> !sight.sees(item.caseId(), holder.actor()))
        .ifPresent(holder -> {
          if (!item.group().isEmpty()) {
            processes.putBack(item.id(), Actor.SYSTEM);
          } else if (!cases.isAbout(item.caseId(), holder)) {
            cases.grant(item.caseId(), holder.id(), Actor.SYSTEM);
          }
        });
  }
}
