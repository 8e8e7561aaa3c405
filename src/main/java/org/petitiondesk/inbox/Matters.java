package org.petitiondesk.inbox;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.OwnMatters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What work is about when it is about no case of the register. */
@Component("matters")
public class Matters {

  private final SingletonSupplier<List<OwnMatters>> owners;

  /** @param all asked when the first task is made: they may need the engine, which is not ready before */
  Matters(ObjectProvider<OwnMatters> all) {
    owners = SingletonSupplier.of(() -> all.stream().toList());
  }

  Optional<OwnMatters.Matter> of(OpenTask task) {
    return of(task.processKey(), task.caseId());
  }

  Optional<OwnMatters.Matter> of(String process, CaseId id) {
    return owner(process, id).flatMap(owner -> owner.find(id));
  }

  /** The page of what an item is about; empty when it is about a case. */
  public Optional<String> page(WorkItem item) {
    return owner(item.processKey(), item.caseId()).map(owner -> owner.page(item.caseId()));
  }

  private Optional<OwnMatters> owner(String process, CaseId id) {
    return owners.obtain().stream().filter(owner -> owner.owns(process, id)).findFirst();
  }
}
