package org.petitiondesk.command;

import java.util.List;
import picocli.CommandLine;

/** Gives the commands what they need. */
class CommandFactory implements CommandLine.IFactory {

  private final Commands.Server server;
  private final Words words;
  private final List<String> settings;

  CommandFactory(Commands.Server server, Words words, List<String> settings) {
    this.server = server;
    this.words = words;
    this.settings = settings;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == Serve.class) {
      return type.cast(new Serve(server, settings));
    }
    if (type == Audit.class) {
      return type.cast(new Audit(words, settings));
    }
    if (type == Admin.class) {
      return type.cast(new Admin(words, settings));
    }
    if (type == Items.class) {
      return type.cast(new Items(words, settings));
    }
    if (type == Receipt.class) {
      return type.cast(new Receipt(words));
    }
    if (type == Models.class) {
      return type.cast(new Models(words));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
