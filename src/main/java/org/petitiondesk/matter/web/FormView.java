package org.petitiondesk.matter.web;

import java.util.List;
import java.util.Map;
import org.petitiondesk.engine.DesignedForm;
import org.petitiondesk.engine.FormField;
import org.petitiondesk.matter.Answers;
import org.petitiondesk.matter.NotFilledIn;
import org.petitiondesk.web.Show;

/**
 * A designed form on its page.
 *
 * @param problems how many fields are not filled in as they ask
 */
record FormView(List<Line> lines, int problems) {

  /**
   * A field with what stands in it.
   *
   * @param value as it was sent, or as an earlier step has put it, or what usually stands there
   * @param problem the sentence beside it; empty for none
   */
  record Line(FormField field, String value, String problem) {

    /** Id of its element; keys may be the names of other things of the page. */
    public String id() {
      return "field-" + field.key();
    }

    public boolean chosen(String option) {
      return value.equals(option);
    }
  }

  static FormView of(DesignedForm form, Answers known) {
    return of(form, known, Map.of(), Map.of(), null);
  }

  /** Once more, with what was sent and what is wrong with it. */
  static FormView again(DesignedForm form, Answers known, Map<String, List<String>> sent, NotFilledIn refused,
      Show show) {
    return of(form, known, sent, refused.problems(), show);
  }

  private static FormView of(DesignedForm form, Answers known, Map<String, List<String>> sent,
      Map<String, NotFilledIn.Problem> problems, Show show) {
    return new FormView(form.fields().stream().map(field -> {
      var problem = problems.get(field.key());
      var value = show == null || field.readonly()
          ? known.has(field.key()) ? known.of(field.key()) : field.usual()
          : sent.getOrDefault(field.key(), List.of()).stream().findFirst().orElse("");
      return new Line(field, value,
          problem == null ? "" : show.sentence(problem.key(), problem.arguments().toArray()));
    }).toList(), problems.size());
  }
}
