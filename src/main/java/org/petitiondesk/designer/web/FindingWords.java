package org.petitiondesk.designer.web;

import org.petitiondesk.engine.ModelFinding;
import org.petitiondesk.web.Show;
import org.springframework.stereotype.Component;

/** For templates, as {@code @findingWords}: what keeps a model from running, in a sentence. */
@Component
public class FindingWords {

  private final Show show;

  FindingWords(Show show) {
    this.show = show;
  }

  /** {@code camunda:class: it would run code that comes with the file}. */
  public String say(ModelFinding finding) {
    return show.sentence("designer.finding", finding.construct(),
        show.sentence("engine.guard." + finding.reason()));
  }
}
