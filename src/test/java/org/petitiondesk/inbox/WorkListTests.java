package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.Term;
import org.petitiondesk.calendar.TermUnit;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** The work list with its engine, its clocks and its audit chain on a real database. */
@DeskTest
class WorkListTests {

  Errands errands;
  @Autowired
  CaseFiles cases;
  @Autowired
  WorkList workList;
  @Autowired
  ItemVerbs verbs;
  @Autowired
  WorkItems items;
  @Autowired
  Processes processes;
  @Autowired
  Clocks clocks;
  @Autowired
  AuditTrail audit;
  @Autowired
  Clock clock;
  @Autowired
  TransactionTemplate transactions;

  @BeforeEach
  void errands(@Autowired AutowireCapableBeanFactory beans) {
    errands = beans.createBean(Errands.class);
  }

  @Test
  void aTaskOfAnyModelIsOnTheListOfItsGroup() {
    var item = errands.open("education", "学校门口的路");

    assertThat(item.title()).isEqualTo("学校门口的路");
    assertThat(item.caseCode()).startsWith("XF");
    assertThat(item.group()).isEqualTo("handler@education");
    assertThat(item.route()).isEqualTo("/petitions/" + item.caseId() + "/handling?item=" + item.id());
    assertThat(todo("education.handler")).contains(item.id());
    assertThat(todo("education.handler2")).contains(item.id());
  }

  @Test
  void nobodyElseSeesIt() {
    var item = errands.open("education", "别的单位的事");

    for (var stranger : List.of("health.handler", "health.leader", "admin", "auditor", "designer")) {
      assertThat(list(WorkListTab.TODO, stranger)).as(stranger).doesNotContain(item.id());
      assertThat(list(WorkListTab.ALL, stranger)).as(stranger).doesNotContain(item.id());
      assertThatThrownBy(() -> workList.open(item.id(), errands.actor(stranger))).as(stranger)
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> verbs.claim(item.id(), 0, errands.actor(stranger))).as(stranger)
          .isInstanceOf(NotFound.class);
    }
  }

  @Test
  void theUnitsLeaderAndTheRegisteringOfficeSeeItAmongAll() {
    var item = errands.open("education", "大家看得到的事");

    assertThat(list(WorkListTab.ALL, "education.leader")).contains(item.id());
    assertThat(list(WorkListTab.ALL, "officer2")).contains(item.id());
    assertThat(list(WorkListTab.ALL, "reviewer")).as("the government above the department").contains(item.id());
    assertThat(todo("education.leader")).doesNotContain(item.id());
    assertThat(todo("officer2")).doesNotContain(item.id());
  }

  @Test
  void aReportAgainstAPersonShowsNoTitleAndOnlyToThoseNamedOnIt() {
    var item = errands.report("education", "举报某校长");

    assertThat(item.title()).isEmpty();
    assertThat(item.category()).isEmpty();
    assertThat(item.territory()).isEmpty();
    assertThat(todo("education.handler")).doesNotContain(item.id());
    assertThat(list(WorkListTab.ALL, "education.leader")).doesNotContain(item.id());
    assertThat(list(WorkListTab.ALL, "officer2")).doesNotContain(item.id());
    cases.grant(item.caseId(), "education.handler", Actor.SYSTEM);
    cases.grant(item.caseId(), "education.leader", Actor.SYSTEM);
    assertThat(todo("education.handler")).contains(item.id());
    assertThat(todo("education.leader")).as("gives it to one person").contains(item.id());
    assertThat(todo("education.handler2")).doesNotContain(item.id());
  }

  @Test
  void aFinishedItemMovesToTheDoneListAndSaysByWhomAndWhen() {
    var item = errands.open("education", "办完了");
    var handler = errands.actor("education.handler");

    processes.complete(item.id(), handler, Facts.none());

    assertThat(todo("education.handler")).doesNotContain(item.id());
    assertThat(list(WorkListTab.DONE, "education.handler")).contains(item.id());
    assertThat(list(WorkListTab.DONE, "education.handler2")).doesNotContain(item.id());
    assertThat(acts(item.caseId())).contains("item.completed/education.handler/{}");
    assertThatThrownBy(() -> workList.open(item.id(), errands.actor("education.handler2")))
        .isInstanceOfSatisfying(Conflict.class, conflict -> handledBy(conflict, handler));
  }

  @Test
  void whatIsCalledOffLeavesTheListAndSaysSo() {
    var item = errands.open("education", "撤销了");

    processes.correlate("ERRAND_CALLED_OFF", item.caseId(), Facts.none(), errands.actor("officer"));

    assertThat(todo("education.handler")).doesNotContain(item.id());
    assertThat(acts(item.caseId())).anyMatch(act -> act.startsWith("item.cancelled"));
    assertThatThrownBy(() -> workList.open(item.id(), errands.actor("education.handler")))
        .isInstanceOfSatisfying(Conflict.class,
            conflict -> assertThat(conflict.key()).isEqualTo("inbox.conflict.cancelled"));
  }

  @Test
  void theListRollsBackWithTheEngine() {
    var item = errands.open("education", "回滚");

    assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
      processes.complete(item.id(), errands.actor("education.handler"), Facts.none());
      throw new IllegalStateException("after the token has moved");
    })).hasMessage("after the token has moved");

    assertThat(items.find(item.id()).orElseThrow().isOpen()).isTrue();
    assertThat(processes.task(item.id())).isPresent();
    assertThat(acts(item.caseId())).noneMatch(act -> act.startsWith("item."));
  }

  @Test
  void theDateFollowsTheClocks() {
    var item = errands.open("education", "期限");
    var officer = errands.actor("officer");
    var today = Dates.today(clock);
    assertThat(item.standing()).isEqualTo(Standing.NONE);

    start(item.caseId(), "handling", 60, today);
    start(item.caseId(), "routing", 15, today);
    var due = clocks.nextDue(item.caseId());
    assertThat(standing(item)).isEqualTo(new Standing(due, Optional.of("routing"), Optional.empty(), false));

    clocks.pause(item.caseId(), today, "supplement", "等待补充", officer);
    assertThat(standing(item).waiting()).isTrue();
    clocks.resume(item.caseId(), "supplement", today, officer);
    assertThat(standing(item))
        .isEqualTo(new Standing(clocks.nextDue(item.caseId()), Optional.of("routing"), Optional.empty(), false));
    clocks.stopAll(item.caseId(), today, officer);
    assertThat(standing(item)).isEqualTo(Standing.NONE);
  }

  @Test
  void aTaskThatComesLaterHasTheDateFromTheStart() {
    var first = errands.open("education", "先有期限");
    start(first.caseId(), "handling", 60, Dates.today(clock));

    transactions.executeWithoutResult(
        status -> processes.start("desk_errand", first.caseId(), Errands.UNIT.with("health")));
    transactions.executeWithoutResult(status -> {
      start(first.caseId(), "routing", 15, Dates.today(clock));
      processes.start("desk_errand", first.caseId(), Errands.UNIT.with("health"));
    });

    var standings = allPages(WorkListTab.TODO, errands.actor("health.handler"), first.caseCode()).stream()
        .filter(item -> item.caseId().equals(first.caseId()))
        .map(WorkItem::standing).toList();
    assertThat(standings).hasSize(2).containsOnly(standing(first));
  }

  @Test
  void theListComesInTheOrderOfItsGroups() {
    var unit = "agriculture";
    var handler = errands.actor(unit + ".handler");
    var mark = mark();
    var before = workList.counts(handler);
    var today = Dates.today(clock);
    var later = errands.open(unit, "以后" + mark);
    start(later.caseId(), "handling", 60, today);
    var none = errands.open(unit, "没有期限" + mark);
    var waiting = errands.open(unit, "等待" + mark);
    start(waiting.caseId(), "handling", 10, today.minusDays(40));
    clocks.pause(waiting.caseId(), today, "supplement", "等待补充", errands.actor("officer"));
    var overdue = errands.open(unit, "逾期" + mark);
    start(overdue.caseId(), "handling", 10, today.minusDays(40));
    var week = errands.open(unit, "一周内" + mark);
    start(week.caseId(), "handling", 1, today.plusDays(1));
    var mine = errands.open(unit, "我的" + mark);
    verbs.claim(mine.id(), mine.version(), handler);

    assertThat(page(WorkListTab.TODO, handler.id(), Optional.empty(), mark).rows()).extracting(WorkItem::id)
        .containsExactly(mine.id(), overdue.id(), week.id(), later.id(), none.id(), waiting.id());
    assertThat(page(WorkListTab.TODO, handler.id(), Optional.of(Severity.OVERDUE), mark).rows())
        .extracting(WorkItem::id).containsExactly(overdue.id());
    var counts = workList.counts(handler);
    assertThat(counts.of(WorkListTab.TODO).value() - before.of(WorkListTab.TODO).value()).isEqualTo(6);
    assertThat(counts.of(WorkListTab.ALL).value() - before.of(WorkListTab.ALL).value()).isEqualTo(6);
    assertThat(Stream.of(Severity.values())
        .map(severity -> counts.of(severity).value() - before.of(severity).value()))
        .containsExactly(1, 0, 1, 3, 1);
  }

  @Test
  void everyItemIsOnExactlyOnePage() {
    var unit = "land";
    var handler = errands.actor(unit + ".handler");
    var mark = mark();
    var expected = new ArrayList<String>();
    for (var i = 0; i < 103; i++) {
      var item = errands.open(unit, "分页 " + i + mark);
      expected.add(item.id());
      if (i % 2 == 0) {
        verbs.claim(item.id(), item.version(), handler);
      }
    }

    var todo = allPages(WorkListTab.TODO, handler, mark);
    assertThat(todo).extracting(WorkItem::id).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(todo.subList(0, 52)).allMatch(item -> item.isHeldBy(handler));
    assertThat(allPages(WorkListTab.ALL, handler, mark)).extracting(WorkItem::id)
        .containsExactlyInAnyOrderElementsOf(expected);
    todo.subList(0, 52).forEach(item -> processes.complete(item.id(), handler, Facts.none()));
    assertThat(allPages(WorkListTab.DONE, handler, mark)).hasSize(52).doesNotHaveDuplicates();
  }

  @Test
  void textIsFoundInTitleAndCodeAndMeansItself() {
    var mark = mark();
    var item = errands.open("market", "100%_涨价 " + mark);

    assertThat(page(WorkListTab.TODO, "market.handler", Optional.empty(), "100%_涨价 " + mark).rows())
        .extracting(WorkItem::id).containsExactly(item.id());
    assertThat(page(WorkListTab.TODO, "market.handler", Optional.empty(), item.caseCode().toLowerCase()).rows())
        .extracting(WorkItem::id).containsExactly(item.id());
    assertThat(page(WorkListTab.TODO, "market.handler", Optional.empty(), "100__涨价 " + mark).rows()).isEmpty();
  }

  @Test
  void aCursorThatNobodyMadeIsTheBeginning() {
    var mark = mark();
    var item = errands.open("market", mark);
    for (var cursor : List.of("x", "mine~2026-13-45~1", "~~~", "0~9999-99-99~1")) {
      assertThat(workList.page(WorkListQuery.of(WorkListTab.TODO).with(WorkListFilter.NONE.with(mark)).after(cursor),
          errands.actor("market.handler")).rows()).as(cursor).extracting(WorkItem::id).containsExactly(item.id());
    }
  }

  private static void handledBy(Conflict conflict, Actor actor) {
    assertThat(conflict.key()).endsWith(".conflict.handled");
    assertThat(conflict.arguments().get(0)).isEqualTo(actor.name());
  }

  private void start(CaseId id, String kind, int days, LocalDate on) {
    clocks.start(id, kind, new Term(days, TermUnit.DAY, "测试"), on, "xfj", errands.actor("officer"));
  }

  private static Load of(String account, List<Load> loads) {
    return loads.stream().filter(load -> load.account().id().equals(account)).findFirst().orElseThrow();
  }

  private Standing standing(WorkItem item) {
    return items.find(item.id()).orElseThrow().standing();
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(WorkListTests::act).toList();
  }

  private static String act(AuditEntry entry) {
    var hands = new TreeMap<>(entry.details());
    hands.keySet().retainAll(List.of("before", "assignee"));
    return entry.act() + "/" + entry.actorId() + "/" + hands;
  }

  private List<String> todo(String account) {
    return list(WorkListTab.TODO, account);
  }

  private List<String> list(WorkListTab tab, String account) {
    return allPages(tab, errands.actor(account), "").stream().map(WorkItem::id).toList();
  }

  private List<WorkItem> allPages(WorkListTab tab, Actor actor, String text) {
    var query = WorkListQuery.of(tab).with(WorkListFilter.NONE.with(text));
    var items = new ArrayList<WorkItem>();
    for (Optional<WorkListQuery> next = Optional.of(query); next.isPresent();) {
      var page = workList.page(next.get(), actor);
      assertThat(page.rows()).hasSizeLessThanOrEqualTo(50);
      items.addAll(page.rows());
      next = page.next().map(query::after);
    }
    return items;
  }

  /** The database is shared with other tests: what this one made is found by its mark. */
  private static String mark() {
    return " " + UUID.randomUUID();
  }

  private WorkListPage page(WorkListTab tab, String account, Optional<Severity> severity, String text) {
    var filter = WorkListFilter.NONE.with(text);
    return workList.page(WorkListQuery.of(tab).with(severity.map(filter::with).orElse(filter)), errands.actor(account));
  }
}
