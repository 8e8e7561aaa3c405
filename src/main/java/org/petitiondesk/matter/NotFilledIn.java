package org.petitiondesk.matter;

import java.util.List;
import java.util.Map;
import org.petitiondesk.kernel.Refused;

/** A designed form that was not filled in as it asks: which fields, and why. Nothing was changed. */
public final class NotFilledIn extends Refused {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, Problem> problems;

  NotFilledIn(Map<String, Problem> problems) {
    super("", "matter.refused.form");
    this.problems = problems;
  }

  /** A sentence of the messages. */
  public record Problem(String key, List<Object> arguments) {}

  /** By the keys of the fields. */
  public Map<String, Problem> problems() {
    return problems;
  }
}
