package org.petitiondesk.kernel;

import java.util.Optional;

/**
 * What somebody must know to decide, on one card.
 *
 * @param template of the module that offers it; its fragment {@code card(facts)} shows the facts
 * @param code of the case
 * @param bar why this person may not decide; empty when they may
 * @param together whether it may be approved together with others
 * @param page where it is decided when it takes more than yes or no; such a card has no buttons
 */
public record DecisionCard(String template, String code, String title, Object facts, Optional<Refused> bar,
    boolean together, Optional<String> page) {

  /** A card that is decided by yes or no. */
  public DecisionCard(String template, String code, String title, Object facts, Optional<Refused> bar,
      boolean together) {
    this(template, code, title, facts, bar, together, Optional.empty());
  }
}
