package org.petitiondesk.demo;

import java.time.Clock;
import java.util.Optional;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.report.AnswerWarning;
import org.petitiondesk.report.DailyFigures;
import org.petitiondesk.report.Warning;
import org.petitiondesk.report.WarningAction;
import org.petitiondesk.report.WarningQuery;
import org.petitiondesk.report.WarningRegister;
import org.petitiondesk.report.WarningService;
import org.petitiondesk.report.Warnings;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The first night of the made-up cases: the figures of nine weeks, and what the rules find in them. One of several
 * warnings is answered with an instruction.
 */
@Component
@Profile("demo")
class DemoWarnings {

  private final DailyFigures figures;
  private final Warnings warnings;
  private final WarningRegister register;
  private final WarningService service;
  private final Processes processes;
  private final Accounts accounts;
  private final Clock clock;

  DemoWarnings(DailyFigures figures, Warnings warnings, WarningRegister register, WarningService service,
      Processes processes, Accounts accounts, Clock clock) {
    this.figures = figures;
    this.warnings = warnings;
    this.register = register;
    this.service = service;
    this.processes = processes;
    this.accounts = accounts;
    this.clock = clock;
  }

  void make() {
    if (figures.firstDay().isEmpty()) {
      warnings.night();
      register.find(new WarningQuery(true, Optional.empty(), Optional.empty(), Optional.empty()),
          accounts.actor("office.leader")).stream().skip(1).findFirst().ifPresent(this::instruct);
    }
  }

  private void instruct(Warning warning) {
    var receiver = accounts.inUnit(warning.receiver().unit(), warning.receiver().role()).get(0);
    var unit = warning.subject().unit().isEmpty() ? "urban_management" : warning.subject().unit();
    service
        .answer(new AnswerWarning(processes.openTasks(warning.id().chain()).get(0).id(), "逐件核对，反映的是同一类问题，办理中没有统一的做法。",
            WarningAction.INSTRUCTION, "请牵头到现场核实，提出统一的整改办法，逐件答复信访人，并书面报告结果。", unit,
            Dates.today(clock).plusDays(10)), receiver.actor());
  }
}
