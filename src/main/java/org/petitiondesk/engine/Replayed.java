package org.petitiondesk.engine;

import java.util.List;
import java.util.Optional;

/**
 * How a case went through a model once more.
 *
 * @param end the end event of the process itself; empty when it did not come to one
 * @param steps every task and verb that it passed, in order
 */
public record Replayed(Optional<Element> end, List<Step> steps, Optional<Stuck> stuck) {

  /** An element of a model by its id, with the name that people gave it. */
  public record Element(String process, String id, String name) {}

  /** @param group {@code role@unit} for whom a task waited; empty for a verb */
  public record Step(Element element, String group) {}

  /** @param words the engine's own, where it stumbled */
  public record Stuck(Reason reason, Element element, String words) {}

  /** Why a case did not come to an end. */
  public enum Reason {
    /** It waits for a decision that nobody has taken. */
    NO_DECISION,
    /** It waits for a message that nobody has sent. */
    NO_MESSAGE,
    /** It went round and round. */
    ENDLESS,
    /** The engine could not go on. */
    FAILED
  }
}
