package org.petitiondesk.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.kernel.CaseId;

/**
 * A user task that waits for somebody.
 *
 * @param id the engine's task id; our work items carry the same
 * @param key element id in the model, {@code user_screen}
 * @param name as drawn
 * @param group who may claim it, {@code role@unit}; empty when the model names a person only
 * @param returnTo elements to which the model lets the task be returned, see {@link PassedSteps}
 * @param step the engine's id of this passage of the element; empty when the model lets nobody do the task once more
 * @param form route template of its page, {@code petitions/{case}/screening}
 * @param dueOn the last day that the model gives this task by itself; without one it follows the clocks of its case
 */
public record OpenTask(String id, String key, String name, String processKey, CaseId caseId, String group,
    Optional<String> assignee, String form, Set<String> returnTo, String step, Optional<LocalDate> dueOn,
    Instant createdAt) {

  /** Filled in on the page of designed forms. */
  public boolean hasDesignedForm() {
    return form.equals(DesignedForms.PAGE);
  }
}
