package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Work on a report against a person: for those named on it, from whatever side it is approached. */
@DeskTest
class ReportItemsTests {

  private static final String UNIT = "education";

  @Autowired
  private WorkList workList;
  @Autowired
  private WorkItems items;
  @Autowired
  private ItemVerbs verbs;
  @Autowired
  private Words words;
  @Autowired
  private Drafts drafts;
  @Autowired
  private Processes processes;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseSight sight;
  @Autowired
  private Substitutes substitutes;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private MovableClock clock;

  private Errands errands;
  private Actor handler;
  private Actor colleague;

  @BeforeEach
  void people(@Autowired AutowireCapableBeanFactory beans) {
    errands = beans.createBean(Errands.class);
    handler = errands.actor("education.handler");
    colleague = errands.actor("education.handler2");
  }

  @Test
  void anUnnamedColleagueFindsNoTraceOfAReport() {
    var report = reportFor(handler);

    assertThat(todo(colleague, report)).isEmpty();
    assertThat(workList.count(sought(report, WorkListTab.TODO), colleague).value()).isZero();
    assertThatThrownBy(() -> workList.get(report.id(), colleague)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> verbs.claim(report.id(), 0, colleague)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> processes.require(report.id(), colleague)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> drafts.save(report.id(), new SaveDraft(Map.of(), "w", Optional.empty()),
        colleague)).isInstanceOf(NotFound.class);
  }

  @Test
  void whoeverIsNamedFindsClaimsAndPutsBackAReport() {
    var report = reportFor(handler);

    assertThat(todo(handler, report)).containsExactly(report.id());
    verbs.claim(report.id(), 0, handler);
    assertThat(todo(handler, report)).containsExactly(report.id());
    verbs.release(report.id(), 1, handler);

    assertThat(todo(handler, report)).containsExactly(report.id());
    assertThat(todo(colleague, report)).isEmpty();
  }

  @Test
  void aNamedLeaderFindsTheReportAndGivesItToOnePerson() {
    var report = errands.report(UNIT, "举报某校长");
    var leader = errands.actor("education.leader");
    assertThat(todo(leader, report)).isEmpty();
    cases.grant(report.caseId(), leader.id(), Actor.SYSTEM);

    assertThat(todo(leader, report)).containsExactly(report.id());
    verbs.transfer(report.id(), 0, handler.id(), "请您办理", leader);

    assertThat(todo(handler, report)).containsExactly(report.id());
    assertThat(cases.named(report.caseId())).contains(handler.id());
  }

  @Test
  void aLeaderWhoDoesNotSeeTheReportGivesItToNobody() {
    var report = errands.report(UNIT, "举报某校长");
    var accused = person(UNIT, Role.HANDLER, Role.LEADER);

    assertThatThrownBy(() -> verbs.transfer(report.id(), 0, handler.id(), "请您办理", accused))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> processes.transfer(report.id(), handler.id(), "请您办理", accused))
        .isInstanceOf(NotFound.class);

    assertThat(cases.named(report.caseId())).doesNotContain(handler.id());
    assertThat(items.find(report.id()).orElseThrow().assignee()).isEmpty();
  }

  @Test
  void whomAReportIsAboutIsOfferedToNobodyAsItsNextHolder() {
    var accused = person(UNIT, Role.HANDLER);
    var id = cases.register(Registrations.ordinary().against(PartyKind.PERSON, accused.name()).command(),
        errands.actor("officer")).id();
    var report = errands.on(id, UNIT);
    var leader = errands.actor("education.leader");
    cases.grant(id, leader.id(), Actor.SYSTEM);

    assertThat(verbs.candidates(List.of(report))).extracting(load -> load.account().id()).contains(handler.id())
        .doesNotContain(accused.id());
    assertThatThrownBy(() -> verbs.transfer(report.id(), 0, accused.id(), "请您办理", leader))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("to"));
  }

  @Test
  void nobodyIsAskedToHelpWithAReportWhoIsNotNamedOnIt() {
    var report = reportFor(handler);
    verbs.claim(report.id(), 0, handler);

    assertThat(verbs.helpers(report, handler)).isEmpty();
    assertThatThrownBy(() -> words.delegate(report.id(), 1, colleague.id(), "请协助", handler))
        .isInstanceOfSatisfying(Refused.class,
            refused -> assertThat(refused.key()).isEqualTo("inbox.refused.not-an-insider"));
    cases.grant(report.caseId(), colleague.id(), handler);

    assertThat(verbs.helpers(report, handler)).extracting(load -> load.account().id())
        .containsExactly(colleague.id());
    words.delegate(report.id(), 1, colleague.id(), "请协助", handler);
    assertThat(processes.require(report.id(), colleague).id()).isEqualTo(report.id());
  }

  @Test
  void whyAnItemWasTransferredIsForgottenWhenItIsPutBack() {
    var item = errands.led(UNIT, "转办后放回");
    verbs.transfer(item.id(), 0, handler.id(), "王某不方便经手", errands.actor("education.leader"));
    assertThat(handedWords(item)).isEqualTo("王某不方便经手");

    verbs.release(item.id(), 1, handler);

    assertThat(handedWords(item)).isEmpty();
  }

  @Test
  void aCaseFoundToBeAReportIsHiddenInEveryItemItEverHad() {
    var done = errands.led(UNIT, "反映某校长");
    var open = errands.on(done.caseId(), UNIT);
    verbs.claim(done.id(), 0, handler);
    words.ask(done.id(), 1, WordRequest.Kind.AFTER, Set.of(colleague.id()), "事后请看一下", handler);
    processes.complete(done.id(), handler, Facts.none());
    var request = words.of(done.caseId(), handler).get(0).id();

    foundToBeAReport(done.caseId());

    assertThat(List.of(done.id(), open.id(), request)).allSatisfy(id -> {
      var item = items.find(id).orElseThrow();
      assertThat(item.title()).isEmpty();
      assertThat(item.confidential()).isTrue();
      assertThat(item.territory()).isEmpty();
    });
    assertThat(todo(handler, open)).isEmpty();
    assertThat(items.find(request).orElseThrow().state()).isEqualTo(ItemState.CANCELLED);
    assertThat(list(WorkListTab.ALL, errands.actor("education.leader"), open)).isEmpty();
    assertThatThrownBy(() -> workList.get(open.id(), handler)).isInstanceOf(NotFound.class);
  }

  @Test
  void aWordThatIsAskedAfterwardsOfACaseFoundToBeAReportShowsNoTitle() {
    var item = errands.led(UNIT, "反映某校长");
    verbs.claim(item.id(), 0, handler);
    cases.grant(item.caseId(), handler.id(), Actor.SYSTEM);
    cases.grant(item.caseId(), colleague.id(), Actor.SYSTEM);
    words.ask(item.id(), 1, WordRequest.Kind.AFTER, Set.of(colleague.id()), "事后请看一下", handler);
    foundToBeAReport(item.caseId());

    processes.complete(item.id(), handler, Facts.none());

    var request = items.find(words.of(item.caseId(), colleague).get(0).id()).orElseThrow();
    assertThat(request.title()).isEmpty();
    assertThat(request.confidential()).isTrue();
    assertThat(todo(colleague, item)).containsExactly(request.id());
  }

  @Test
  void whoHoldsAnItemOfACaseFoundToBeAReportHoldsItNoLonger() {
    var item = errands.led(UNIT, "反映某校长");
    verbs.claim(item.id(), 0, handler);

    foundToBeAReport(item.caseId());

    assertThat(items.find(item.id()).orElseThrow().assignee()).isEmpty();
    assertThat(todo(handler, item)).isEmpty();
    assertThatThrownBy(() -> processes.require(item.id(), handler)).isInstanceOf(NotFound.class);
    cases.grant(item.caseId(), colleague.id(), Actor.SYSTEM);
    assertThat(todo(colleague, item)).containsExactly(item.id());
  }

  @Test
  void aCaseFoundToBeNoReportIsReadInTheListsAgain() {
    var item = errands.report(UNIT, "反映食堂伙食");
    assertThat(todo(handler, item)).isEmpty();

    cases.screened(item.caseId(), "education", Urgency.NORMAL, false, DemandClass.CLAIM, errands.actor("officer"));

    assertThat(todo(handler, item)).containsExactly(item.id());
    assertThat(items.find(item.id()).orElseThrow()).satisfies(known -> {
      assertThat(known.title()).isEqualTo("反映食堂伙食");
      assertThat(known.category()).contains("education");
    });
    verbs.claim(item.id(), 0, handler);
  }

  @Test
  void aSubstituteLosesACaseThatIsFoundToBeAReport() {
    var away = person(UNIT, Role.HANDLER);
    var substitute = person("transport", Role.HANDLER);
    var today = Dates.today(clock);
    substitutes.appoint(new AppointSubstitute(away.id(), substitute.id(), Optional.empty(), today, today), away);
    var item = errands.led(UNIT, "反映某校长");
    verbs.claim(item.id(), 0, away);
    assertThat(sight.sees(item.caseId(), substitute)).isTrue();
    cases.grant(item.caseId(), away.id(), Actor.SYSTEM);

    foundToBeAReport(item.caseId());

    assertThat(sight.sees(item.caseId(), away)).isTrue();
    assertThat(sight.sees(item.caseId(), substitute)).isFalse();
    assertThat(sight.worksOn(item.caseId(), substitute)).isFalse();
    assertThatThrownBy(() -> cases.open(item.caseId(), substitute)).isInstanceOf(NotFound.class);
    assertThat(audit.of(item.caseId())).extracting(AuditEntry::actorId).doesNotContain(substitute.id());
  }

  private WorkItem reportFor(Actor named) {
    var report = errands.report(UNIT, "举报某校长");
    cases.grant(report.caseId(), named.id(), Actor.SYSTEM);
    return report;
  }

  private void foundToBeAReport(CaseId id) {
    cases.screened(id, "discipline", Urgency.NORMAL, false, DemandClass.REPORT, errands.actor("officer"));
  }

  private String handedWords(WorkItem item) {
    return items.find(item.id()).orElseThrow().marks().handed().map(Handing::words).orElse("");
  }

  private List<String> todo(Actor reader, WorkItem item) {
    return list(WorkListTab.TODO, reader, item);
  }

  private List<String> list(WorkListTab tab, Actor reader, WorkItem item) {
    return workList.page(sought(item, tab), reader).rows().stream().map(WorkItem::id).toList();
  }

  private static WorkListQuery sought(WorkItem item, WorkListTab tab) {
    return WorkListQuery.of(tab).with(WorkListFilter.NONE.with(item.caseCode()));
  }

  private Actor person(String unit, Role... roles) {
    var id = "report-" + UUID.randomUUID();
    accounts.create(new CreateAccount(id, "被举报" + id.substring(7, 15), unit, Set.of(roles), Optional.empty(),
        passwords.hash("petition-desk")), Actor.SYSTEM);
    return accounts.actor(id);
  }
}
