package org.petitiondesk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.petitiondesk.engine.ModelFinding;
import org.petitiondesk.engine.ModelGuard;
import org.petitiondesk.engine.ModelVerbs;
import org.petitiondesk.kernel.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models check DIR}: the guard that every deployment passes, on files; needs neither a database nor a network. */
@Command(name = "models", description = "${bundle:command.models.about}")
class Models implements Runnable {

  private final Words words;

  @Spec
  private CommandLine.Model.CommandSpec spec;

  Models(Words words) {
    this.words = words;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), words.say("command.which"));
  }

  @Command(name = "check", description = "${bundle:command.models.check.about}")
  int check(
      @Parameters(paramLabel = "DIR", description = "${bundle:command.models.check.folder}") Path folder)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw Refused.because("command.models.no-folder", folder);
    }
    var guard = new ModelGuard(ModelVerbs.ofTheDesk());
    var refused = 0;
    for (var file : models(folder)) {
      var findings = guard.check(file.getFileName().toString(), Files.readAllBytes(file));
      var name = folder.relativize(file);
      spec.commandLine().getOut().println(findings.isEmpty()
          ? "accept " + name
          : "refuse " + name + ": " + findings.stream().map(this::sentence).collect(Collectors.joining("; ")));
      refused += findings.isEmpty() ? 0 : 1;
    }
    return refused == 0 ? 0 : Commands.NO;
  }

  private String sentence(ModelFinding finding) {
    return finding + " (" + words.say("engine.guard." + finding.reason()) + ")";
  }

  private static List<Path> models(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> ModelGuard.isModel(file.getFileName().toString()))
          .sorted().toList();
    }
  }
}
