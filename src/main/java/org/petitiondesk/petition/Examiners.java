package org.petitiondesk.petition;

import java.util.Optional;
import java.util.Set;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.CaseExaminers;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;

/** Whoever of the higher body has a reconsideration or final review in hand. */
@Component
class Examiners implements CaseExaminers {

  private static final Set<String> EXAMINING = Set.of(PetitionReconsideration.USER_ADMIT,
      PetitionReconsideration.USER_EXAMINE, PetitionReconsideration.USER_RECORD_HEARING);

  private final Processes processes;

  Examiners(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Optional<String> of(CaseId id) {
    return processes.openTasks(id).stream().filter(task -> task.processKey().equals(PetitionReconsideration.KEY))
        .filter(task -> EXAMINING.contains(task.key())).flatMap(task -> task.assignee().stream()).findFirst();
  }
}
