package org.petitiondesk.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code admin create [ACCOUNT]}: the way back in when nobody is left who can log in. */
@Command(name = "admin", description = "${bundle:command.admin.about}")
class Admin implements Runnable {

  private final Words words;
  private final List<String> settings;

  @Spec
  private CommandLine.Model.CommandSpec spec;

  Admin(Words words, List<String> settings) {
    this.words = words;
    this.settings = settings;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), words.say("command.which"));
  }

  @Command(name = "create", description = "${bundle:command.admin.create.about}")
  int create(
      @Parameters(paramLabel = "ACCOUNT", arity = "0..1", defaultValue = "admin", description = "${bundle:command.admin.create.account}") String account,
      @Option(names = "--name", paramLabel = "NAME", defaultValue = "管理员", description = "${bundle:command.admin.create.name}") String name) {
    try (var desk = Desk.open(settings)) {
      var passwords = desk.getBean(Passwords.class);
      var password = passwords.random();
      desk.getBean(Accounts.class).create(new CreateAccount(account, name, "", Set.of(Role.ADMINISTRATOR),
          Optional.empty(), passwords.hash(password)), Actor.SYSTEM);
      var out = spec.commandLine().getOut();
      out.println(words.say("command.admin.created", account));
      out.println(password);
      return 0;
    }
  }
}
