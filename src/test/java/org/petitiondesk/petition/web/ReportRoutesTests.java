package org.petitiondesk.petition.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.inbox.Copies;
import org.petitiondesk.inbox.FormToken;
import org.petitiondesk.inbox.WordRequest;
import org.petitiondesk.inbox.Words;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.notice.NoticeDelivery;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.AppointSubstitute;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import org.petitiondesk.people.Substitutes;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Screenings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every route of the running application, asked for a report against a person by those who must not know of it: whom it
 * is about, colleagues who are not named on it, and a substitute of the one who handles it. A route that comes later is
 * asked as well.
 */
@DeskTest
class ReportRoutesTests {

  private static final String TITLE = "举报住建科人员收受好处";
  private static final String TEXT = "该人员收了餐馆的购物卡";
  private static final String HANDLER = "environment.handler";
  private static final String LEADER = "environment.leader";

  @Autowired
  private Petitions petitions;
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
  private AuditTrail audit;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private MovableClock clock;

  private Actor accused;
  private Actor substitute;
  private UUID rule;
  private CaseId report;
  private List<String> secrets;
  private CaseRoutes routes;

  /** A report in the middle of its handling, with one of everything that has an id. */
  @BeforeEach
  void aReport(@Autowired ApplicationContext context) {
    accused = person("environment", Role.HANDLER, Role.LEADER);
    substitute = person("health", Role.HANDLER);
    var head = accounts.actor("office.leader");
    var today = Dates.today(clock);
    rule = substitutes.appoint(new AppointSubstitute(HANDLER, substitute.id(), Optional.empty(), today, today),
        accounts.actor(HANDLER));
    report = petitions.register(Petitions.byPost().title(TITLE).text(TEXT).attachment("证据.txt", "购物卡号".getBytes())
        .against(PartyKind.PERSON, accused.name()), head).id();
    petitions.screen(report, Screenings.accept("environment").report(), head);
    processes.transfer(petitions.item(report, PetitionAssignment.USER_ACCEPT), HANDLER, "请您办理",
        accounts.actor(LEADER));
    petitions.accept(report);
    var handler = accounts.actor(HANDLER);
    var item = petitions.item(report, PetitionHandling.USER_HANDLE);
    words.ask(item, version(item), WordRequest.Kind.BEFORE, Set.of(LEADER), "请看一下", handler);
    copies.send(item, version(item), Set.of(LEADER), "供参考", FormToken.fresh(), handler);
    secrets = List.of(TITLE, TEXT, cases.get(report).code(), "李冬梅", "桂花路2号", "13900139000", "购物卡号", "证据.txt");
    routes = new CaseRoutes(context, report);
  }

  @AfterEach
  void theHandlerIsBackAndTheOthersLeave() {
    substitutes.end(rule, accounts.actor(HANDLER));
    for (var person : List.of(accused, substitute)) {
      accounts.disable(person.id(), accounts.get(person.id()).version(), Optional.empty(), accounts.actor("admin"));
    }
  }

  @Test
  void thoseNamedFindWhatTheOthersAreKeptFrom() {
    var page = Clerks.text(routes.ask(HttpMethod.GET, "/petitions/" + report, accounts.actor(HANDLER)));
    assertThat(page).contains(TITLE, accused.name());
    var paper = petitions.item(report, NoticeDelivery.USER_HAND_OVER_LETTER);

    var asked = routes.ask(HttpMethod.GET, "/notices/" + paper + "/handover", accounts.actor(HANDLER));

    assertThat(Clerks.text(asked)).contains("李冬梅", "桂花路2号");
    assertThat(audit.of(report))
        .anyMatch(entry -> entry.act().equals("letter.viewed") && entry.actorId().equals(HANDLER));
  }

  @Test
  void noRouteTellsTheAccusedOfTheReport() {
    assertNothingIsToldTo(accused);
  }

  @Test
  void noRouteTellsAnUnnamedColleagueOfTheReport() {
    assertNothingIsToldTo(accounts.actor("environment.handler2"));
    assertNothingIsToldTo(accounts.actor("officer2"));
  }

  @Test
  void noRouteTellsTheSubstituteOfTheReport() {
    assertNothingIsToldTo(substitute);
  }

  /** Whom it is about is kept out, and each try is on record; the others leave no trace. */
  private void assertNothingIsToldTo(Actor reader) {
    var entries = audit.of(report);

    routes.tellNothingTo(reader, secrets);

    assertThat(audit.of(report)).filteredOn(entry -> !entry.act().equals("recusal.kept-out")).isEqualTo(entries);
    assertThat(audit.of(report)).filteredOn(entry -> entry.act().equals("recusal.kept-out"))
        .allMatch(entry -> entry.actorId().equals(accused.id()));
  }

  private int version(String item) {
    return jdbc.sql("select version from work_item where id = ?").param(item).query(Integer.class).single();
  }

  private Actor person(String unit, Role... roles) {
    var id = "walk-" + UUID.randomUUID();
    accounts.create(new CreateAccount(id, "被查" + id.substring(5, 13), unit, Set.of(roles), Optional.empty(),
        passwords.hash("petition-desk")), Actor.SYSTEM);
    return accounts.actor(id);
  }
}
