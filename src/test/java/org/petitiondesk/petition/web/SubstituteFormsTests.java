package org.petitiondesk.petition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.petition.web.Clerks.HANDLER;
import static org.petitiondesk.petition.web.Clerks.LEADER;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.AppointSubstitute;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import org.petitiondesk.people.Substitutes;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionHistory;
import org.petitiondesk.petition.PetitionReply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The forms of a petition in the hands of a substitute. */
@DeskTest
class SubstituteFormsTests {

  @Autowired
  private ApplicationContext context;
  @Autowired
  private Substitutes substitutes;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private PetitionHistory history;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private MovableClock clock;
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
  void aSubstituteOfAnotherUnitAcceptsAndHandlesForTheColleague() {
    var substitute = person("health", Role.HANDLER);
    var id = clerks.screened(Registrations.ordinary());
    var closed = "/petitions/" + id;
    assertThat(clerks.get(substitute, closed)).hasStatus(HttpStatus.NOT_FOUND);
    var rule = appoint(HANDLER, substitute);

    clerks.does(substitute, id, "acceptance", PetitionAssignment.USER_ACCEPT, form -> form.type("leader", LEADER));
    assertThat(cases.get(id).officer()).contains(HANDLER);
    var page = Clerks.whole(clerks.get(substitute, "/petitions/" + id));
    assertThat(page).contains("13800138000").contains("代办，原责任人");
    clerks.does(substitute, id, "handling", PetitionHandling.USER_HANDLE,
        form -> form.type("text", "经现场核查，油烟净化设备没有安装。").type("last", "true"));
    clerks.does(substitute, id, "reply", PetitionReply.USER_DRAFT_REPLY, clerks::answered);

    assertThat(audit.of(id)).filteredOn(entry -> entry.actorId().equals(substitute)).isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.details()).containsEntry("onBehalfOf", HANDLER));
    substitutes.end(rule, accounts.actor(HANDLER));
    assertThat(clerks.get(substitute, closed)).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void whoOnlyMentionsAColleaguesItemActsForNobody() {
    var substitute = person("health", Role.OFFICER);
    var id = clerks.accepted(Registrations.ordinary());
    var own = cases.register(Registrations.ordinary().unit("health").command(), accounts.actor(substitute)).id();
    var rule = appoint(HANDLER, substitute);
    var item = clerks.item(id, PetitionHandling.USER_HANDLE);

    assertThat(clerks.get(substitute, "/register.csv?item=" + item)).hasStatusOk();
    assertThat(clerks.get(substitute, "/petitions/" + own + "/file.zip?item=" + item)).hasStatusOk();
    assertThat(clerks.get(substitute, "/petitions/" + own + "/handling?item=" + item)).hasStatus4xxClientError();

    assertThat(Stream.concat(audit.of(AuditTrail.HOUSE).stream(), audit.of(own).stream())
        .filter(entry -> entry.actorId().equals(substitute))).isNotEmpty()
        .noneMatch(entry -> entry.details().containsKey("onBehalfOf"));
    substitutes.end(rule, accounts.actor(HANDLER));
  }

  @Test
  void nobodyApprovesTheirOwnWorkAsASubstitute() {
    var colleague = person("housing", Role.HANDLER);
    var id = clerks.accepted(Registrations.ordinary());
    var standsInForHandler = appoint(HANDLER, colleague);
    clerks.does(colleague, id, "handling", PetitionHandling.USER_HANDLE,
        form -> form.type("text", "代同事核查。").type("last", "true"));
    substitutes.end(standsInForHandler, accounts.actor(HANDLER));
    clerks.does(HANDLER, id, "reply", PetitionReply.USER_DRAFT_REPLY, clerks::answered);

    for (var involved : Set.of(colleague, HANDLER)) {
      var rule = appoint(LEADER, involved);
      var form = clerks.form(involved, id, "approval", PetitionReply.USER_APPROVE_REPLY).type("approved", "true");
      assertThat(clerks.post(involved, form)).as(involved).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      substitutes.end(rule, accounts.actor(LEADER));
    }
    assertThat(history.approvals(id)).isEmpty();

    var neutral = person("housing", Role.HANDLER);
    var rule = appoint(LEADER, neutral);
    clerks.does(neutral, id, "approval", PetitionReply.USER_APPROVE_REPLY, form -> form.type("approved", "true"));
    assertThat(history.approvals(id)).hasSize(1);
    substitutes.end(rule, accounts.actor(LEADER));
  }

  @Test
  void whoeverStandsInForALeaderFindsTheDecisionsAndBothNamesStandOnRecord() {
    var substitute = person("housing", Role.HANDLER);
    var id = clerks.drafted(Registrations.ordinary());
    var item = clerks.item(id, PetitionReply.USER_APPROVE_REPLY);
    assertThat(Clerks.whole(clerks.get(substitute, "/inbox"))).doesNotContain("href=\"/decisions\"");
    assertThat(Clerks.whole(clerks.get(substitute, "/decisions"))).doesNotContain(item);
    var rule = appoint(LEADER, substitute);

    assertThat(Clerks.whole(clerks.get(substitute, "/inbox"))).contains("href=\"/decisions\"");
    assertThat(Clerks.whole(clerks.get(substitute, "/decisions"))).contains(item,
        "代 " + accounts.name(LEADER));
    assertThat(mvc.post().uri("/decisions/{item}", item).param("approved", "true").with(csrf())
        .with(user(users.loadUserByUsername(substitute)))).hasRedirectedUrl("/decisions");

    assertThat(history.approvals(id)).hasSize(1);
    assertThat(audit.of(id)).filteredOn(entry -> entry.act().equals("reply.approved")).singleElement()
        .satisfies(entry -> assertThat(entry.actorId()).isEqualTo(substitute))
        .satisfies(entry -> assertThat(entry.details()).containsEntry("onBehalfOf", LEADER));
    substitutes.end(rule, accounts.actor(LEADER));
    assertThat(Clerks.whole(clerks.get(substitute, "/inbox"))).doesNotContain("href=\"/decisions\"");
  }

  private UUID appoint(String away, String substitute) {
    var today = Dates.today(clock);
    return substitutes.appoint(new AppointSubstitute(away, substitute, Optional.empty(), today, today.plusDays(3)),
        accounts.actor(away));
  }

  private String person(String unit, Role role) {
    var id = "temp-" + UUID.randomUUID();
    accounts.create(new CreateAccount(id, "临时" + id, unit, Set.of(role), Optional.empty(),
        passwords.hash("petition-desk")), Actor.SYSTEM);
    return id;
  }
}
