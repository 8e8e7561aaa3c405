package org.petitiondesk.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the verbs have left on an item.
 *
 * @param sender the item whose end sent this one
 * @param handed who handed it on, and why
 * @param urged reminders so far
 * @param asked how many colleagues have been asked for a word and have not answered
 * @param returnTo steps to which the model lets it be returned
 * @param step the engine's id of the step; empty for what can not be done once more
 * @param suspended nobody can work on it until an operator lets its case go on
 */
public record Marks(Optional<String> sender, Optional<Handing> handed, int urged, Optional<Instant> urgedAt, int asked,
    Set<String> returnTo, String step, boolean suspended) {

  static final Marks NONE = new Marks(Optional.empty(), Optional.empty(), 0, Optional.empty(), 0, Set.of(), "",
      false);
}
