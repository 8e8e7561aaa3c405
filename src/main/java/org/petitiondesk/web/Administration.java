package org.petitiondesk.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** For templates, as {@code @administration}: the pages of the administration in the order of setting up. */
@Component
class Administration {

  private final ObjectProvider<SetUpStep> steps;

  Administration(ObjectProvider<SetUpStep> steps) {
    this.steps = steps;
  }

  public List<SetUpStep> steps() {
    return steps.stream().sorted(Comparator.comparingInt(SetUpStep::order)).toList();
  }
}
