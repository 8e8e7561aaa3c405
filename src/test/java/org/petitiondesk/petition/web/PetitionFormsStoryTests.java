package org.petitiondesk.petition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.petition.web.Clerks.HANDLER;
import static org.petitiondesk.petition.web.Clerks.LEADER;
import static org.petitiondesk.petition.web.Clerks.OFFICER;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditVerification;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.documents.LetterState;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionReply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;

/** One petition from the register to its closed case, through the forms, as the people of the demo organisation. */
@DeskTest
class PetitionFormsStoryTests {

  @Autowired
  private ApplicationContext context;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Letters letters;
  @Autowired
  private AuditVerification verification;

  private Clerks clerks;

  @BeforeEach
  void callClerks() {
    clerks = new Clerks(context);
  }

  @Test
  void aPetitionIsScreenedAssignedHandledAnsweredDeliveredRatedAndClosed() {
    var id = clerks.registered(Registrations.ordinary());

    clerks.does(OFFICER, id, "screening", PetitionHandling.USER_SCREEN, form -> {
      assertThat(form.value("verdict")).isEqualTo("ACCEPT");
      assertThat(form.value("points[0]")).isEqualTo("餐馆加装油烟净化设备");
      return form.type("leadUnit", "housing").type("coUnits", "environment").type("reason", "请于月底前答复");
    });
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.ASSIGNED);

    clerks.does(HANDLER, id, "acceptance", PetitionAssignment.USER_ACCEPT, form -> {
      assertThat(form.value("leader")).isEqualTo(LEADER);
      return form;
    });
    assertThat(cases.get(id).officer()).contains(HANDLER);

    var note = clerks.form(HANDLER, id, "handling", PetitionHandling.USER_HANDLE).type("text", "现场核查").type("last",
        "false");
    var saved = clerks.post(HANDLER, note, new MockMultipartFile("files", "现场.txt", "text/plain",
        "现场笔录".getBytes(StandardCharsets.UTF_8)));
    assertThat(saved).hasStatus(HttpStatus.SEE_OTHER)
        .hasRedirectedUrl(clerks.address(id, "handling", PetitionHandling.USER_HANDLE));
    clerks.does("environment.handler", id, "contribution", PetitionHandling.USER_CONTRIBUTE,
        form -> form.type("text", "监测超标"));
    clerks.does(HANDLER, id, "handling", PetitionHandling.USER_HANDLE, form -> form.type("last", "true"));

    clerks.does(HANDLER, id, "reply", PetitionReply.USER_DRAFT_REPLY, form -> {
      assertThat(form.value("remedy")).contains("临江区信访事项复查复核委员会", "30日");
      return clerks.answered(form).type("answers[1].outcome", "SUPPORTED");
    });
    clerks.does(LEADER, id, "approval", PetitionReply.USER_APPROVE_REPLY,
        form -> form.type("approved", "false").type("reason", "请写明整改期限"));
    clerks.does(HANDLER, id, "reply", PetitionReply.USER_DRAFT_REPLY, form -> {
      assertThat(form.value("answers[0].facts")).isEqualTo("餐馆未安装油烟净化设备");
      return form.type("answers[0].facts", "餐馆未安装油烟净化设备，限十日内安装");
    });
    clerks.does(LEADER, id, "approval", PetitionReply.USER_APPROVE_REPLY, form -> form.type("approved", "true"));
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.REPLYING);

    clerks.runJobs(id);
    assertThat(cases.get(id).status()).isEqualTo(CaseStatus.DELIVERED);
    var rating = PageForm.of(Clerks.whole(clerks.get(OFFICER, "/petitions/" + id + "/rating")), "/rating")
        .type("solved", "YES").type("unit", "SATISFIED").type("office", "BASICALLY_SATISFIED").type("comment", "谢谢");
    assertThat(clerks.post(OFFICER, rating)).hasRedirectedUrl("/petitions/" + id);

    var closed = cases.get(id);
    assertThat(closed.status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(closed.closingState()).contains(ClosingState.SOLVED);
    assertThat(letters.of(id)).hasSize(3).allMatch(letter -> letter.state() == LetterState.DELIVERED);
    assertThat(verification.verify(id).firstBroken()).isEmpty();
    var page = Clerks.whole(clerks.get(OFFICER, "/petitions/" + id));
    assertThat(page).contains("限十日内安装", "请写明整改期限", "监测超标", "现场核查", "现场.txt", "谢谢", "请于月底前答复");
  }
}
