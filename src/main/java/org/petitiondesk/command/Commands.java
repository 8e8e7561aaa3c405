package org.petitiondesk.command;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What the jar can do besides serving. */
@Command(name = "petition-desk", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, versionProvider = Commands.Version.class, resourceBundle = "messages-command", description = "${bundle:command.about}", subcommands = {
    Serve.class, Audit.class, Admin.class, Items.class, Receipt.class, Models.class})
public class Commands implements Runnable {

  /** Something was checked and does not hold. */
  static final int NO = 1;
  /** The command could not do its work. */
  static final int IMPOSSIBLE = 2;

  private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

  /** In the manner of Spring, told from our own options by the dot: {@code --petition-desk.data=/srv/desk}. */
  private static final Pattern SETTING = Pattern.compile("--[\\w-]+\\.[\\w.\\[\\]-]+=.*", Pattern.DOTALL);

  @Spec
  private CommandLine.Model.CommandSpec spec;

  /** Nothing, or only settings in the manner of Spring: the server, without a detour. */
  public static boolean isServe(String... arguments) {
    return arguments.length == 0 || arguments[0].startsWith("--") && !HELP.contains(arguments[0]);
  }

  /** Runs one command and returns the exit code of the program. */
  public static int run(Server server, String... arguments) {
    var words = new Words();
    var settings = Stream.of(arguments).filter(SETTING.asMatchPredicate()).toList();
    var command = Stream.of(arguments).filter(SETTING.asMatchPredicate().negate()).toArray(String[]::new);
    return new CommandLine(Commands.class, new CommandFactory(server, words, settings))
        .setExecutionExceptionHandler((exception, line, parsed) -> {
          line.getErr().println(words.explain(exception));
          return IMPOSSIBLE;
        }).execute(command);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), spec.commandLine().getUsageMessage());
  }

  /** Starts the application with these settings and returns when it is up. */
  public interface Server {
    void start(List<String> settings);
  }

  static final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      var version = Commands.class.getPackage().getImplementationVersion();
      return new String[]{"petition-desk " + (version == null ? "" : version)};
    }
  }
}
