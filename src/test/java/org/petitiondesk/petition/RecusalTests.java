package org.petitiondesk.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.Race;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseQuery;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.Recusal;
import org.petitiondesk.casefile.Recusals;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseBars;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseMeasures;
import org.petitiondesk.kernel.CaseReviews;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.DeskException;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import org.springframework.beans.factory.annotation.Autowired;

/** Who keeps away from a petition: asked, decided, and what becomes of the work. */
@DeskTest
class RecusalTests {

  @Autowired
  private RecusalService recusals;
  @Autowired
  private Recusals rows;
  @Autowired
  private AssignmentService assignment;
  @Autowired
  private CaseMeasures measures;
  @Autowired
  private ReconsideredCases reconsidered;
  @Autowired
  private ReconsiderationService reconsiderations;
  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseReviews reviews;
  @Autowired
  private PetitionFollowing following;
  @Autowired
  private CaseSight sight;
  @Autowired
  private CaseBars bars;
  @Autowired
  private Processes processes;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;
  @Autowired
  private AuditTrail audit;

  private Actor handler;
  private Actor second;

  @BeforeEach
  void people() {
    handler = person(Petitions.LEAD, Role.HANDLER);
    second = person(Petitions.LEAD, Role.LEADER);
  }

  @AfterEach
  void theyLeave() {
    leaves(handler);
    leaves(second);
  }

  private void leaves(Actor person) {
    var account = accounts.get(person.id());
    accounts.disable(account.id(), account.version(), Optional.empty(), accounts.actor("admin"));
  }

  @Test
  void whoeverIsRecusedIsOutOfTheCaseAndTheWorkGoesOn() {
    var id = acceptedBy(handler);
    var item = petitions.item(id, PetitionHandling.USER_HANDLE);
    recusals.ask(id, handler.id(), "信访人是我的妻弟", handler);
    assertThat(sight.sees(id, handler)).isTrue();

    decide(id, true, "属于近亲属", leader());

    assertThat(sight.sees(id, handler)).isFalse();
    assertThatThrownBy(() -> cases.open(id, handler)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> processes.require(item, handler)).isInstanceOf(DeskException.class);
    assertThat(bars.barredFrom(handler)).containsExactly(id);
    assertThat(cases.find(CaseQuery.text(cases.get(id).code()), handler, Optional.empty()).rows()).isEmpty();
    assertThat(cases.get(id).officer()).hasValueSatisfying(officer -> assertThat(officer).isNotEqualTo(handler.id()));
    assertThat(processes.task(item).orElseThrow().assignee()).isEqualTo(cases.get(id).officer());
    assertThat(acts(id)).contains("recusal.asked", "recusal.granted", "recusal.kept-out");
    assertThatThrownBy(() -> processes.transfer(item, handler.id(), "请您办理", leader())).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> cases.grant(id, handler.id(), leader())).isInstanceOf(Refused.class);
  }

  @Test
  void theLeaderInChargeIsReplacedAndTheUnitAboveDecides() {
    var id = petitions.screened();
    assignment.accept(new AcceptPetition(id, petitions.item(id, PetitionAssignment.USER_ACCEPT), second.id()),
        accounts.actor(Petitions.LEAD + ".handler"));
    recusals.ask(id, second.id(), "是被反映公司的股东", accounts.actor("officer"));

    assertThat(question(id).group()).isEqualTo("leader@xfj");
    decide(id, true, "有直接利害关系", accounts.actor("office.leader"));

    assertThat(cases.get(id).leader()).contains(Petitions.LEAD + ".leader");
    assertThat(assignment.leaders(id)).extracting(account -> account.id()).doesNotContain(second.id());
  }

  @Test
  void whatNobodyOfTheGroupMayDoAnyMoreGoesToALeader() {
    var id = petitions.screened();
    var group = accounts.inUnit(Petitions.LEAD, Role.HANDLER);
    for (var member : group) {
      recusals.ask(id, member.id(), "全体承办人都参与过原来的处理", leader());
      decide(id, true, "应当回避", leader());
    }

    var accept = processes.task(petitions.item(id, PetitionAssignment.USER_ACCEPT)).orElseThrow();
    assertThat(accept.assignee()).hasValueSatisfying(
        holder -> assertThat(accounts.get(holder).roles()).contains(Role.LEADER));
  }

  @Test
  void whatArisesLaterIsNotLeftToTheBarredEither() {
    var id = petitions.accepted();
    for (var member : accounts.inUnit("urban_management", Role.HANDLER)) {
      rows.decide(rows.ask(id, member.id(), "参与过原来的处理", petitions.officer()), true, "应当回避", leader());
    }

    measures.addHelper(id, "urban_management", "占道部分由城管核实", leader());

    assertThat(processes.task(petitions.item(id, PetitionHandling.USER_CONTRIBUTE_LATE)).orElseThrow().assignee())
        .contains("urban_management.leader");
  }

  @Test
  void aReviewerWhoIsRecusedDoesNotGetTheReturnedDraftBack() {
    var id = reconsidered.drafted();
    var colleague = person("linjiang-review", Role.REVIEWER);
    try {
      recusals.askByPetitioner(id, accounts.get(ReconsideredCases.REVIEWER).name(), "是被反映企业的顾问");
      recusals.decide(id, question(id).id(), true, "应当回避", accounts.actor(ReconsideredCases.LEADER));
      reconsiderations.decide(id, petitions.item(id, PetitionReconsideration.USER_APPROVE), false, "请补充监测时间",
          accounts.actor(ReconsideredCases.LEADER));

      var again = processes.task(petitions.item(id, PetitionReconsideration.USER_EXAMINE)).orElseThrow();
      assertThat(again.assignee()).isEmpty();
      assertThat(processes.require(again.id(), colleague)).isNotNull();
    } finally {
      leaves(colleague);
    }
  }

  @Test
  void whileItIsLookedAtHowAnAnsweredPetitionWasHandledThePetitionerMayAskToo() {
    var answered = petitions.delivered();
    assertThat(following.of(answered).recusable()).isFalse();
    assertThat(following.of(petitions.unhappy()).recusable()).isTrue();

    reviews.open(answered, "办理拖延", accounts.actor("office.leader"));

    assertThat(following.of(answered).recusable()).isTrue();
  }

  @Test
  void aRefusedQuestionChangesNothing() {
    var id = acceptedBy(handler);
    recusals.askByPetitioner(id, handler.name(), "他是物业公司经理的亲戚");

    decide(id, false, "经查没有亲属关系", leader());

    assertThat(sight.sees(id, handler)).isTrue();
    assertThat(cases.get(id).officer()).contains(handler.id());
    assertThat(recusals.of(id)).singleElement().satisfies(recusal -> {
      assertThat(recusal.askedBy()).isEqualTo(Actor.PUBLIC.id());
      assertThat(recusal.decision().map(Recusal.Decision::reason)).contains("经查没有亲属关系");
    });
  }

  @Test
  void whoeverACaseIsAboutIsBarredWithTheirSuperiorUntilALeaderFindsItIsOnlyTheName() {
    accounts.answersTo(handler.id(), accounts.get(handler.id()).version(), Optional.of(second.id()),
        accounts.actor("admin"));
    var id = petitions
        .screened(Petitions.byMail().against(PartyKind.PERSON, " " + handler.name().replace("避", "避　")));

    assertThat(sight.sees(id, handler)).isFalse();
    assertThat(sight.sees(id, second)).isFalse();
    assertThat(sight.sees(id, leader())).isTrue();
    assertThatThrownBy(() -> recusals.clear(id, handler.id(), "", leader())).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> recusals.clear(id, handler.id(), "我不是他", petitions.officer()))
        .isInstanceOf(Forbidden.class);

    recusals.clear(id, handler.id(), "被反映的是小区居民，只是同名", leader());

    assertThat(sight.sees(id, handler)).isTrue();
    assertThat(sight.sees(id, second)).isFalse();
  }

  @Test
  void whoGetsTheNameOfWhomACaseIsAboutHandsItsWorkOn() {
    var id = acceptedBy(handler);
    var item = petitions.item(id, PetitionHandling.USER_HANDLE);
    recusals.ask(id, handler.id(), "待定", handler);
    var superior = accounts.get(handler.id());

    decide(id, true, "应当回避", leader());
    accounts.answersTo(superior.id(), superior.version(), Optional.of(second.id()), accounts.actor("admin"));

    assertThat(processes.task(item).orElseThrow().assignee()).isPresent().get().isNotEqualTo(handler.id());
  }

  @Test
  void whatCanNotBeAskedIsSaidAndChangesNothing() {
    var id = acceptedBy(handler);
    assertRefused("reason", () -> recusals.ask(id, handler.id(), " ", handler));
    assertRefused("account", () -> recusals.ask(id, second.id(), "让他回避", handler));
    assertRefused("account", () -> recusals.ask(id, "health.handler", "与本案无关的人", leader()));
    assertRefused("name", () -> recusals.askByPetitioner(id, "查无此人", "亲戚"));
    assertThat(recusals.of(id)).isEmpty();
    recusals.ask(id, handler.id(), "亲戚", handler);
    assertRefused("account", () -> recusals.ask(id, handler.id(), "亲戚", leader()));
    assertRefused("reason", () -> decide(id, true, "", leader()));
    assertThatThrownBy(() -> decide(id, true, "自己决定", handler)).isInstanceOf(Forbidden.class);
    assertThat(recusals.of(id)).singleElement().matches(Recusal::isOpen);
  }

  @Test
  void ofTwoLeadersWhoDecideAtOnceOneIsTold() throws Exception {
    var id = acceptedBy(handler);
    recusals.ask(id, handler.id(), "亲戚", handler);
    var item = question(id).id();

    var told = Race.between(() -> recusals.decide(id, item, true, "应当回避", leader()),
        () -> recusals.decide(id, item, false, "不需回避", second));

    assertThat(told).singleElement().isInstanceOf(Conflict.class);
    assertThat(recusals.of(id)).singleElement().matches(recusal -> !recusal.isOpen());
  }

  private void assertRefused(String field, Runnable act) {
    assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class,
        refused -> assertThat(refused.field()).isEqualTo(field));
  }

  private CaseId acceptedBy(Actor officer) {
    var id = petitions.screened();
    assignment.accept(
        new AcceptPetition(id, petitions.item(id, PetitionAssignment.USER_ACCEPT), Petitions.LEAD + ".leader"),
        officer);
    return id;
  }

  private OpenTask question(CaseId id) {
    return processes.task(petitions.item(id, PetitionRecusal.USER_DECIDE)).orElseThrow();
  }

  private void decide(CaseId id, boolean barred, String reason, Actor leader) {
    recusals.decide(id, question(id).id(), barred, reason, leader);
  }

  private Actor leader() {
    return accounts.actor(Petitions.LEAD + ".leader");
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(AuditEntry::act).toList();
  }

  private Actor person(String unit, Role... roles) {
    var id = "aa-recusal-" + UUID.randomUUID();
    accounts.create(new CreateAccount(id, "回避" + id.substring(11, 19), unit, Set.of(roles), Optional.empty(),
        passwords.hash("petition-desk")), Actor.SYSTEM);
    return accounts.actor(id);
  }
}
