package org.petitiondesk.command;

import java.util.List;
import org.petitiondesk.inbox.Reconcile;
import org.petitiondesk.kernel.Actor;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code items reconcile [--repair]}. */
@Command(name = "items", description = "${bundle:command.items.about}")
class Items implements Runnable {

  private final Words words;
  private final List<String> settings;

  @Spec
  private CommandLine.Model.CommandSpec spec;

  Items(Words words, List<String> settings) {
    this.words = words;
    this.settings = settings;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), words.say("command.which"));
  }

  @Command(name = "reconcile", description = "${bundle:command.items.reconcile.about}")
  int reconcile(
      @Option(names = "--repair", description = "${bundle:command.items.reconcile.repair}") boolean repair) {
    try (var desk = EngineDesk.open(settings)) {
      var reconcile = desk.getBean(Reconcile.class);
      var run = reconcile.run(repair, Actor.SYSTEM);
      var out = spec.commandLine().getOut();
      reconcile.differences(run.id()).forEach(difference -> out.println(words.say("command.items.difference",
          difference.item(), words.say("inbox.difference." + difference.kind()), difference.here(),
          difference.engine())));
      if (run.isClean()) {
        out.println(words.say("inbox.reconcile.clean", run.compared()));
        return 0;
      }
      out.println(
          words.say(repair ? "inbox.reconcile.repaired" : "inbox.reconcile.found", run.compared(), run.found()));
      return repair ? 0 : Commands.NO;
    }
  }
}
