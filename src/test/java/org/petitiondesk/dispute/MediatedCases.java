package org.petitiondesk.dispute;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.petitiondesk.casefile.FollowerCode;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.dispute.Dispute.Mediator;
import org.petitiondesk.dispute.Dispute.Session;
import org.petitiondesk.dispute.Dispute.Signer;
import org.petitiondesk.dispute.DisputeWorkflow.Signing;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Screenings;
import org.springframework.stereotype.Component;

/** Disputes as far as a test needs them, each made by what people really do. */
@Component
public class MediatedCases {

  public static final String MEDIATOR = "mediator";
  public static final String HEAD = "liuyin.leader";

  private final MediationService mediation;
  private final AgreementService agreements;
  private final DisputeTable disputes;
  private final Petitions petitions;
  private final Letters letters;
  private final Processes processes;
  private final Accounts accounts;
  private final Clock clock;

  MediatedCases(MediationService mediation, AgreementService agreements, DisputeTable disputes, Petitions petitions,
      Letters letters, Processes processes, Accounts accounts, Clock clock) {
    this.mediation = mediation;
    this.agreements = agreements;
    this.disputes = disputes;
    this.petitions = petitions;
    this.letters = letters;
    this.processes = processes;
    this.accounts = accounts;
    this.clock = clock;
  }

  public CaseId opened() {
    return mediation.open(new OpenDispute(DisputeSource.COUNTER, "", DisputeKind.NOISE, today(), "liuyin-guihua",
        "夜里的装修声", "楼上夜里装修，吵了一个月。",
        List.of(NewParty.named(PartyRole.PETITIONER, PartyKind.PERSON, "温如玉"),
            NewParty.named(PartyRole.RESPONDENT, PartyKind.PERSON, "凌霄"))),
        mediator()).id();
  }

  /** Of a referred petition that does not say who the other side is. */
  public CaseId referred() {
    var petition = petitions.register(Petitions.byMail()).id();
    petitions.screen(petition, Screenings.mediate());
    return disputes.ofPetition(petition).orElseThrow();
  }

  /** Both consent. */
  public CaseId consented() {
    var id = opened();
    mediation.recordConsent(id, item(id, DisputeMediation.USER_CONSENT), Map.of(Side.APPLICANT, true, Side.OTHER, true),
        "", mediator());
    return id;
  }

  public CaseId mediated() {
    var id = consented();
    mediation.appoint(id, item(id, DisputeMediation.USER_ASSIGN), MEDIATOR, Mediator.How.CHOSEN, "", true,
        accounts.actor(HEAD));
    return id;
  }

  /** A session is arranged. */
  public CaseId arranged() {
    var id = mediated();
    mediation.arrange(id, item(id, DisputeMediation.USER_ARRANGE), today().plusDays(1).atTime(9, 30), "桂花社区", "", false,
        mediator());
    return id;
  }

  /** Both agree at the session. */
  public CaseId agreed() {
    var id = arranged();
    mediation.hold(id, item(id, DisputeMediation.USER_HOLD), "双方", "各退一步", true, true, Session.Result.AGREED,
        List.of(), mediator());
    return id;
  }

  /** Written, and not signed yet. */
  public CaseId written() {
    var id = agreed();
    agreements.write(id, item(id, DisputeMediation.USER_WRITE), AgreementForm.WRITTEN, "装修扰民", "楼上有责任",
        List.of(new NewPart(Side.OTHER, "晚上八点后停工", "", today().plusDays(3), "当面")), mediator());
    return id;
  }

  public CaseId inForce() {
    var id = written();
    var on = today();
    agreements.finishSigning(id, item(id, DisputeMediation.USER_SIGN), Signing.SIGNED,
        Map.of(Signer.APPLICANT, on, Signer.OTHER, on, Signer.MEDIATOR, on, Signer.SEAL, on), "",
        List.of(new Upload("协议.txt", "签名盖章".getBytes(StandardCharsets.UTF_8))), mediator());
    return id;
  }

  /** Both have asked the court. */
  public CaseId askedToConfirm() {
    var id = inForce();
    agreements.askConfirmation(id, "临江区人民法院", today(), mediator());
    return id;
  }

  public CaseId performed() {
    var id = inForce();
    agreements.record(id, 1, true, today(), "", List.of(), mediator());
    return id;
  }

  public CaseId inDanger() {
    var id = mediated();
    mediation.reportDanger(id, "扬言动手", mediator());
    return id;
  }

  public FollowerCode code(CaseId id, Side side) {
    return mediation.handOutCode(id, side, mediator());
  }

  /** A letter to that side. */
  public String letter(CaseId id, Side side) {
    return letters.get(disputes.letters(id, side).get(0)).id().toString();
  }

  public String item(CaseId id, String step) {
    return processes.openTasks(id).stream().filter(task -> task.key().equals(step)).map(OpenTask::id).findFirst()
        .orElseThrow();
  }

  private Actor mediator() {
    return accounts.actor(MEDIATOR);
  }

  private LocalDate today() {
    return Dates.today(clock);
  }
}
