package org.petitiondesk.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code serve}: also what happens without any command. */
@Command(name = "serve", description = "${bundle:command.serve.about}")
class Serve implements Callable<Integer> {

  /** The program goes on: its threads keep it alive, not the command that started them. */
  static final int STAYS = -1;

  @Unmatched
  private List<String> switches = new ArrayList<>();

  private final Commands.Server server;
  private final List<String> settings;

  Serve(Commands.Server server, List<String> settings) {
    this.server = server;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    server.start(Stream.concat(settings.stream(), switches.stream()).toList());
    return STAYS;
  }
}
