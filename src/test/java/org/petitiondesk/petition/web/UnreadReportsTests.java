package org.petitiondesk.petition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import org.petitiondesk.petition.PetitionHandling;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A report about the petition office itself: somebody else takes it up, and nobody learns of it who should not. */
@DeskTest
class UnreadReportsTests {

  private static final String SECRET = "信访局工作人员收受礼品";

  @Autowired
  private ApplicationContext context;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;
  @Autowired
  private Processes processes;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;

  private Clerks clerks;

  @BeforeEach
  void callClerks() {
    clerks = new Clerks(context);
  }

  @Test
  void theLeaderAboveGetsTheReportInPersonAndMayScreenIt() {
    accounts.create(new CreateAccount("unread.district", "副区长", "linjiang", Set.of(Role.LEADER), Optional.empty(),
        passwords.hash("petition-desk")), accounts.actor("admin"));
    try {
      var id = reported();

      assertThat(processes.openTasks(id)).singleElement().extracting(OpenTask::assignee)
          .isEqualTo(Optional.of("unread.district"));
      assertThat(Clerks.whole(clerks.get("unread.district",
          clerks.address(id, "screening", PetitionHandling.USER_SCREEN)))).contains(SECRET);
      assertThat(Clerks.text(clerks.get("office.leader", "/inbox"))).doesNotContain(SECRET, cases.get(id).code());
    } finally {
      accounts.disable("unread.district", accounts.get("unread.district").version(), Optional.empty(),
          accounts.actor("admin"));
    }
  }

  @Test
  void withoutALeaderAboveTheAdministratorsNameSomebodyAndReadNothing() {
    var id = reported();
    var item = jdbc.sql("select id from work_item where case_id = ? and kind = 'report_without_reader'")
        .param(id.value()).query(String.class).single();
    var page = "/operations/reports/" + item;

    assertThat(Clerks.whole(clerks.get("admin", page))).contains(cases.get(id).code(), "police.leader")
        .doesNotContain(SECRET, "value=\"office.leader\"", "value=\"officer\"");
    assertThat(Clerks.whole(clerks.get("admin", page + "?lang=en"))).contains("Name somebody on a report");
    assertThat(clerks.get("admin", "/petitions/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(clerks.get("officer", page)).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(name(page, "office.leader")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(name(page, "")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);

    assertThat(name(page, "police.leader")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(name(page, "land.leader")).hasStatus(HttpStatus.CONFLICT);

    assertThat(cases.named(id)).containsExactly("police.leader");
    assertThat(processes.openTasks(id)).singleElement().extracting(OpenTask::assignee)
        .isEqualTo(Optional.of("police.leader"));
    assertThat(Clerks.whole(clerks.get("police.leader",
        clerks.address(id, "screening", PetitionHandling.USER_SCREEN)))).contains(SECRET);
    assertThat(audit.of(id)).extracting(AuditEntry::act).contains("report.unread", "case.granted");
  }

  private CaseId reported() {
    return cases.register(Registrations.ordinary().title(SECRET).channel(Channel.WEB).anonymous()
        .against(PartyKind.ORGANISATION, "临江区信访局").command(), Actor.PUBLIC).id();
  }

  private MvcTestResult name(String page, String account) {
    return mvc.post().uri(page).param("account", account).with(csrf()).with(user(users.loadUserByUsername("admin")))
        .exchange();
  }
}
