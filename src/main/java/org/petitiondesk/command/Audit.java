package org.petitiondesk.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.audit.AuditExport;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.audit.AuditVerification;
import org.petitiondesk.casefile.CaseCodes;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit verify}, {@code audit export CASE}. */
@Command(name = "audit", description = "${bundle:command.audit.about}")
class Audit implements Runnable {

  private final Words words;
  private final List<String> settings;

  @Spec
  private CommandLine.Model.CommandSpec spec;

  Audit(Words words, List<String> settings) {
    this.words = words;
    this.settings = settings;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), words.say("command.which"));
  }

  @Command(name = "verify", description = "${bundle:command.audit.verify.about}")
  int verify() {
    try (var desk = Desk.open(settings)) {
      var verdict = desk.getBean(AuditVerification.class).verifyAll();
      var out = spec.commandLine().getOut();
      if (verdict.holds()) {
        out.println(words.say("audit.verdict.holds", verdict.chains(), verdict.entries(), verdict.anchors()));
        return 0;
      }
      var link = verdict.firstBroken().orElseThrow();
      out.println(words.say("audit.verdict.broken"));
      out.println(words.say("audit.fault." + link.fault(), link.chain().toString(), Long.toString(link.seq())));
      out.println(words.say("audit.verdict.before", verdict.chains(), verdict.entries()));
      return Commands.NO;
    }
  }

  @Command(name = "export", description = "${bundle:command.audit.export.about}")
  int export(@Parameters(paramLabel = "CASE", description = "${bundle:command.audit.export.case}") String wanted)
      throws JsonProcessingException {
    try (var desk = Desk.open(settings)) {
      var chain = chain(wanted, desk);
      if (desk.getBean(AuditTrail.class).newest(chain, Optional.empty()).rows().isEmpty()) {
        throw new NotFound("command.audit.export.unknown", wanted);
      }
      var export = desk.getBean(AuditExport.class).of(chain);
      spec.commandLine().getOut()
          .println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(export));
      return 0;
    }
  }

  private static CaseId chain(String wanted, ApplicationContext desk) {
    try {
      return CaseId.of(wanted);
    } catch (IllegalArgumentException e) {
      return desk.getBean(CaseCodes.class).find(wanted)
          .orElseThrow(() -> new NotFound("command.audit.export.unknown", wanted));
    }
  }
}
