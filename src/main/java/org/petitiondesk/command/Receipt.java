package org.petitiondesk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.casefile.ReceiptProof;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.SigningKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code receipt verify PROOF}: needs neither a database nor a network. */
@Command(name = "receipt", description = "${bundle:command.receipt.about}")
class Receipt implements Runnable {

  private final Words words;

  @Spec
  private CommandLine.Model.CommandSpec spec;

  Receipt(Words words) {
    this.words = words;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), words.say("command.which"));
  }

  @Command(name = "verify", description = "${bundle:command.receipt.verify.about}")
  int verify(
      @Parameters(index = "0", paramLabel = "PROOF", description = "${bundle:command.receipt.verify.proof}") String proof,
      @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE", description = "${bundle:command.receipt.verify.files}") List<Path> files,
      @Option(names = "--key", paramLabel = "FILE", defaultValue = "data/"
          + SigningKey.FILE, description = "${bundle:command.receipt.verify.key}") Path key)
      throws IOException {
    var publicKey = SigningKey.read(Files.readString(existing(key)))
        .orElseThrow(() -> Refused.because("command.receipt.no-key", key));
    var out = spec.commandLine().getOut();
    var valid = ReceiptProof.check(proof, publicKey);
    if (valid.isEmpty()) {
      out.println(words.say("command.receipt.invalid"));
      return Commands.NO;
    }
    out.println(words.say("command.receipt.valid", valid.get().code(), valid.get().registeredAt().toString()));
    var parts = valid.get().check(uploads(Optional.ofNullable(files).orElse(List.of())));
    parts.forEach(file -> out.println(file.fileName() + ": " + words.say("command.receipt.part." + file.part())));
    return parts.stream().allMatch(file -> switch (file.part()) {
      case COPY, ATTACHMENT -> true;
      case OTHER, UNKNOWN -> false;
    }) ? 0 : Commands.NO;
  }

  private static List<Upload> uploads(List<Path> files) throws IOException {
    var uploads = new ArrayList<Upload>();
    for (var file : files) {
      uploads.add(new Upload(file.toString(), Files.readAllBytes(existing(file))));
    }
    return uploads;
  }

  private static Path existing(Path file) {
    if (!Files.isReadable(file)) {
      throw Refused.because("command.receipt.no-file", file);
    }
    return file;
  }
}
