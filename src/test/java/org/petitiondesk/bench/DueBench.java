package org.petitiondesk.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.petitiondesk.calendar.DueDateSpeed;

/** One due date of a ledger of twenty entries over a year, measured by JMH in a process of its own. */
class DueBench implements Bench.Measurement {

  private static final double NANOS_PER_MICRO = 1000;

  @Override
  public void run(String name) throws Exception {
    var options = new OptionsBuilder().include(DueDateSpeed.class.getName()).verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true).build();
    Bench.print(name, new Runner(options).runSingle().getPrimaryResult().getScore() / NANOS_PER_MICRO, "us");
  }
}
