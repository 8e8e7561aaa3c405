package org.petitiondesk.designer;

import java.util.List;
import java.util.Map;
import org.petitiondesk.engine.ModelFinding;

/** Nothing of what was handed in was taken. */
public class HandInRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, List<ModelFinding>> findings;

  HandInRefused(Map<String, List<ModelFinding>> findings) {
    super(findings.toString());
    this.findings = findings;
  }

  /** By file, of those that may not run. */
  public Map<String, List<ModelFinding>> findings() {
    return findings;
  }
}
