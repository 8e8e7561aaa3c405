package org.petitiondesk.engine;

import java.util.List;
import java.util.stream.Collectors;

/** A file that may not be deployed; nothing of its deployment is. */
public class ModelRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<ModelFinding> findings;

  ModelRefused(String file, List<ModelFinding> findings) {
    super(file + ": " + findings.stream().map(finding -> finding + " (" + finding.reason() + ")")
        .collect(Collectors.joining("; ")));
    this.findings = List.copyOf(findings);
  }

  public List<ModelFinding> findings() {
    return findings;
  }
}
