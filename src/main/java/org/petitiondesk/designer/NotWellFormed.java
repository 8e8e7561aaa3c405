package org.petitiondesk.designer;

import org.petitiondesk.engine.ModelFinding;
import org.petitiondesk.kernel.Refused;

/** A text that can not be read as a model of its kind: 422 with the line; nothing was kept. */
public class NotWellFormed extends Refused {

  private static final long serialVersionUID = 1L;

  private final transient ModelFinding finding;

  NotWellFormed(ModelFinding finding) {
    super("file", "designer.refused.not-well-formed", finding.line());
    this.finding = finding;
  }

  public ModelFinding finding() {
    return finding;
  }
}
