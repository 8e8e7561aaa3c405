package org.petitiondesk.matter;

import java.util.Optional;
import java.util.Set;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.OwnMatters;
import org.petitiondesk.kernel.Snapshot;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the work list says of matters. */
@Component
@Transactional(readOnly = true)
class MatterItems implements OwnMatters {

  private final MatterTable matters;
  /** Asked for every row of every work list. */
  private final Snapshot<Set<String>> processes;

  MatterItems(MatterTable matters) {
    this.matters = matters;
    this.processes = new Snapshot<>(matters::processes);
  }

  @Override
  public boolean owns(String processKey, CaseId id) {
    return processes.get().contains(processKey);
  }

  @Override
  public Optional<OwnMatters.Matter> find(CaseId id) {
    return matters.find(new MatterId(id.value())).map(matter -> new OwnMatters.Matter(matter.code(), matter.title()));
  }

  @Override
  public String page(CaseId id) {
    return "/matters/" + id;
  }

  /** A process may have its first matter. */
  void hasBegun() {
    processes.changed();
  }
}
