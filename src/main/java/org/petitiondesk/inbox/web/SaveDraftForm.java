package org.petitiondesk.inbox.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.inbox.SaveDraft;

/**
 * @param hand the window that writes
 * @param seen when the draft was saved that this window has begun with; null when there was none
 */
record SaveDraftForm(@NotNull Map<String, List<String>> fields, @NotBlank @Size(max = 40) String hand, Instant seen) {

  SaveDraft toCommand() {
    return new SaveDraft(fields, hand, Optional.ofNullable(seen));
  }
}
