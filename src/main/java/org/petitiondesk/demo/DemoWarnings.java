package org.petitiondesk.demo;

import org.petitiondesk.report.DailyFigures;
import org.petitiondesk.report.Warnings;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The first night of the made-up cases: the figures of nine weeks, and what the rules find in them. */
@Component
@Profile("demo")
class DemoWarnings {

  private final DailyFigures figures;
  private final Warnings warnings;

  DemoWarnings(DailyFigures figures, Warnings warnings) {
    this.figures = figures;
    this.warnings = warnings;
  }

  void make() {
    if (figures.firstDay().isEmpty()) {
      warnings.night();
    }
  }
}
