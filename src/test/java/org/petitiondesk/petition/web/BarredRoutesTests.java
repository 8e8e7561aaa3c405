package org.petitiondesk.petition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseQuery;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.inbox.Copies;
import org.petitiondesk.inbox.FormToken;
import org.petitiondesk.inbox.ItemVerbs;
import org.petitiondesk.inbox.WordRequest;
import org.petitiondesk.inbox.WorkList;
import org.petitiondesk.inbox.WorkListCount;
import org.petitiondesk.inbox.WorkListQuery;
import org.petitiondesk.inbox.WorkListTab;
import org.petitiondesk.inbox.Words;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.AppointSubstitute;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import org.petitiondesk.people.Substitutes;
import org.petitiondesk.petition.AcceptPetition;
import org.petitiondesk.petition.AssignmentService;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionRecusal;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.RecusalService;
import org.petitiondesk.petition.Screenings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody who handled an ordinary petition, led its unit, was sent a copy of it and stands in for the colleague who has
 * it now, and who is kept from it by a decision: no route of the application tells them of it or lets them act.
 */
@DeskTest
class BarredRoutesTests {

  private static final String TEXT = "每天夜里十一点以后还在钻墙";
  private static final String COLLEAGUE = "environment.handler";
  private static final String LEADER = "environment.leader";

  @Autowired
  private Petitions petitions;
  @Autowired
  private AssignmentService assignment;
  @Autowired
  private RecusalService recusals;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;
  @Autowired
  private Substitutes substitutes;
  @Autowired
  private Processes processes;
  @Autowired
  private Words words;
  @Autowired
  private Copies copies;
  @Autowired
  private ItemVerbs verbs;
  @Autowired
  private WorkList workList;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private MovableClock clock;

  private final String title = "邻居夜间施工噪声扰民" + UUID.randomUUID();
  private Actor barred;
  private UUID rule;
  private CaseId id;
  private String item;
  private List<String> secrets;
  private CaseRoutes routes;

  @BeforeEach
  void aPetition(@Autowired ApplicationContext context) {
    barred = person("environment", Role.HANDLER, Role.LEADER);
    var today = Dates.today(clock);
    rule = substitutes.appoint(new AppointSubstitute(COLLEAGUE, barred.id(), Optional.empty(), today, today),
        accounts.actor(COLLEAGUE));
    id = petitions.register(Petitions.byPost().title(title).text(TEXT).attachment("录音.txt", "钻墙声".getBytes())).id();
    petitions.screen(id, Screenings.accept("environment"));
    assignment.accept(new AcceptPetition(id, petitions.item(id, PetitionAssignment.USER_ACCEPT), LEADER), barred);
    item = petitions.item(id, PetitionHandling.USER_HANDLE);
    words.ask(item, version(), WordRequest.Kind.AFTER, Set.of(COLLEAGUE), "请看一下", barred);
    copies.send(item, version(), Set.of(barred.id()), "供参考", FormToken.fresh(), accounts.actor(LEADER));
    secrets = List.of(title, TEXT, cases.get(id).code(), "李冬梅", "桂花路2号", "13900139000", "钻墙声", "录音.txt");
    assertThat(Clerks.text(new CaseRoutes(context, id).ask(HttpMethod.GET, "/petitions/" + id, barred)))
        .contains(title, "李冬梅");
    recusals.ask(id, barred.id(), "信访人是我的邻居", barred);
    recusals.decide(id, petitions.item(id, PetitionRecusal.USER_DECIDE), true, "有直接利害关系",
        accounts.actor("office.leader"));
    recusals.ask(id, LEADER, "也要问一问", petitions.officer());
    routes = new CaseRoutes(context, id);
  }

  @AfterEach
  void theyLeave() {
    substitutes.end(rule, accounts.actor(COLLEAGUE));
    accounts.disable(barred.id(), accounts.get(barred.id()).version(), Optional.empty(), accounts.actor("admin"));
  }

  /** The list of routes stands in {@code target/barred-routes.txt}. */
  @Test
  void noRouteTellsSomebodyRecusedOfTheCaseAndEachTryIsOnRecord() throws Exception {
    var entries = audit.of(id);

    var asked = routes.tellNothingTo(barred, secrets);

    Files.write(Path.of("target/barred-routes.txt"), asked);
    assertThat(asked).contains("GET /register.csv", "GET /petitions/{id}/file.zip", "GET /inbox", "GET /decisions",
        "POST /petitions/{id}/handling", "POST /inbox/items/{id}/{verb}");
    assertThat(audit.of(id)).startsWith(entries.toArray(org.petitiondesk.audit.AuditEntry[]::new))
        .filteredOn(entry -> !entries.contains(entry)).isNotEmpty()
        .allMatch(entry -> entry.act().equals("recusal.kept-out") && entry.actorId().equals(barred.id()));
    assertThat(cases.get(id).officer()).contains(COLLEAGUE);
  }

  @Test
  void noListNoSearchAndNoCountKnowsTheCase() {
    var code = cases.get(id).code();
    for (var tab : List.of(WorkListTab.TODO, WorkListTab.DONE, WorkListTab.ALL)) {
      assertThat(workList.page(WorkListQuery.of(tab), barred).rows()).as(tab.name())
          .noneMatch(row -> row.caseId().equals(id));
    }
    assertThat(workList.copied(WorkListQuery.of(WorkListTab.COPIED), barred).rows()).isEmpty();
    assertThat(workList.counts(barred).lists().get(WorkListTab.COPIED)).isEqualTo(new WorkListCount(0, false));
    assertThat(cases.export(CaseQuery.text(code), barred, 10)).isEmpty();
    assertThat(cases.find(CaseQuery.text("13900139000"), barred, Optional.empty()).rows())
        .noneMatch(row -> row.id().equals(id));
    assertThat(routes.ask(HttpMethod.GET, "/register?text=" + code, barred)).hasStatus(HttpStatus.OK).bodyText()
        .doesNotContain(title);
  }

  @Test
  void nobodyGivesTheWorkToSomebodyRecusedAndTheyTakeNone() {
    var colleague = accounts.actor(COLLEAGUE);
    assertThat(verbs.candidates(List.of(workList.get(item, colleague)))).extracting(load -> load.account().id())
        .doesNotContain(barred.id());
    assertThat(verbs.insiders(workList.get(item, colleague), colleague)).extracting(account -> account.id())
        .doesNotContain(barred.id());
    assertThatThrownBy(() -> verbs.transfer(item, version(), barred.id(), "请您办理", colleague))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> words.delegate(item, version(), barred.id(), "请协助", colleague))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
        () -> words.ask(item, version(), WordRequest.Kind.BEFORE, Set.of(barred.id()), "请说一句", colleague))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> copies.send(item, version(), Set.of(barred.id()), "", FormToken.fresh(), colleague))
        .isInstanceOf(Refused.class);
    processes.putBack(item, Actor.SYSTEM);
    assertThatThrownBy(() -> verbs.claim(item, version(), barred)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> processes.claim(item, barred)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> processes.claim(item, barred.onBehalfOf(colleague))).isInstanceOf(NotFound.class);
  }

  private int version() {
    return jdbc.sql("select version from work_item where id = ?").param(item).query(Integer.class).single();
  }

  private Actor person(String unit, Role... roles) {
    var account = "barred-" + UUID.randomUUID();
    accounts.create(new CreateAccount(account, "回避" + account.substring(7, 15), unit, Set.of(roles), Optional.empty(),
        passwords.hash("petition-desk")), Actor.SYSTEM);
    return accounts.actor(account);
  }
}
