package org.petitiondesk.matter;

import java.time.Instant;
import java.util.List;
import org.petitiondesk.engine.DesignedForm;
import org.petitiondesk.engine.FormField;

/**
 * What somebody wrote in one step.
 *
 * @param item empty for the form with which the matter began
 * @param name of the step as drawn
 * @param form in the version that was filled in
 */
public record MatterEntry(String item, String step, String name, DesignedForm form, Answers answers, String by,
    String byName, Instant at) {

  /** A line of the record. */
  public record Said(String label, String words, boolean yes, boolean check) {}

  public List<Said> said() {
    return form.asked().stream().filter(field -> answers.has(field.key())).map(field -> {
      var value = answers.of(field.key());
      return new Said(field.label(), field.words(value), value.equals("true"),
          field.kind() == FormField.Kind.CHECK);
    }).toList();
  }
}
