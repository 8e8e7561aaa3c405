package org.petitiondesk.kernel;

/** The input breaks a rule that a form check alone can not see: 422 with the sentence; nothing was changed. */
public class Refused extends DeskException {

  private final String field;

  /** A refusal of the whole form. */
  public static Refused because(String key, Object... arguments) {
    return new Refused("", key, arguments);
  }

  /** A refusal shown at one field of the form. */
  public static Refused at(String field, String key, Object... arguments) {
    return new Refused(field, key, arguments);
  }

  protected Refused(String field, String key, Object... arguments) {
    super(key, arguments);
    this.field = field;
  }

  /** Name of the form field, or empty. */
  public String field() {
    return field;
  }
}
