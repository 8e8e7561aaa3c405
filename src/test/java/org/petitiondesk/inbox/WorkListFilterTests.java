package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import org.petitiondesk.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each filter and each order of the work list finds. Every test has a reader of its own, who has nothing else. */
@DeskTest
class WorkListFilterTests {

  private static final WorkListFilter NONE = WorkListFilter.NONE;

  @Autowired
  WorkList workList;
  @Autowired
  WorkItems items;
  @Autowired
  Processes processes;
  @Autowired
  Accounts accounts;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  MovableClock clock;
  Errands errands;
  Actor reader;
  LocalDate today;

  @BeforeEach
  void reader(@Autowired AutowireCapableBeanFactory beans, @Autowired Passwords passwords) {
    errands = beans.createBean(Errands.class);
    today = Dates.today(clock);
    var id = "reader" + UUID.randomUUID().toString().substring(0, 8);
    accounts.create(new CreateAccount(id, "读者" + id, "police", Set.of(Role.HANDLER), Optional.empty(),
        passwords.hash("petition-desk")), Actor.SYSTEM);
    reader = accounts.actor(id);
  }

  @Test
  void kindFindsTheStep() {
    var wanted = mine("kind", "user_handle");
    mine("kind", "user_draft_reply");

    assertThat(found(filter("user_handle", null, null, null))).containsExactly(wanted);
    assertThat(found(filter("user_nothing", null, null, null))).isEmpty();
  }

  @Test
  void categoryFindsWhatLiesBelowItToo() {
    var wanted = mine("category", "land");
    mine("category", "labour");
    var below = jdbc.sql("select code from case_category where parent = 'land' order by code").query(String.class)
        .list();
    assertThat(below).isNotEmpty();
    var deeper = mine("category", below.get(0));

    assertThat(found(filter(null, "land", null, null))).containsExactlyInAnyOrder(wanted, deeper);
    assertThat(found(filter(null, below.get(0), null, null))).containsExactly(deeper);
  }

  @Test
  void unitFindsWhatLiesBelowItToo() {
    var wanted = mine("unit_id", "liuyin-guihua");
    mine("unit_id", "housing");

    assertThat(found(filter(null, null, "liuyin", null))).containsExactly(wanted);
    assertThat(found(filter(null, null, "nowhere", null))).isEmpty();
  }

  @Test
  void placeFindsWhatLiesBelowItToo() {
    var wanted = mine("territory", "liuyin-guihua");
    mine("territory", "wanghu");

    assertThat(found(filter(null, null, null, "liuyin"))).containsExactly(wanted);
    assertThat(found(filter(null, null, null, "nowhere"))).isEmpty();
  }

  @Test
  void daysBoundTheDueDateAndWhatHasNoneIsDueOnNoDay() {
    var first = due(today);
    var second = due(today.plusDays(1));
    due(today.plusDays(2));
    mine("kind", "without");

    assertThat(found(days(today, today.plusDays(1), null, null))).containsExactly(first, second);
    assertThat(found(days(today.plusDays(1), null, null, null))).hasSize(2).startsWith(second);
    assertThat(found(days(null, today, null, null))).containsExactly(first);
    assertThat(found(days(today, today.plusDays(1), null, null).with(Severity.TODAY))).containsExactly(first);
  }

  @Test
  void daysBoundWhenTheStepWasOpened() {
    var item = mine("kind", "user_handle");

    assertThat(found(days(null, null, today, today))).containsExactly(item);
    assertThat(found(days(null, null, today.plusDays(1), null))).isEmpty();
    assertThat(found(days(null, null, null, today.minusDays(1)))).isEmpty();
  }

  @Test
  void theDaysOfTheDoneListAreThoseOfFinishing() {
    var item = mine("kind", "user_handle");
    processes.complete(item, reader, Facts.none());
    var done = WorkListQuery.of(WorkListTab.DONE);

    assertThat(found(done.with(days(null, null, today, today)))).containsExactly(item);
    assertThat(found(done.with(days(null, null, null, today.minusDays(1))))).isEmpty();
  }

  @Test
  void filtersAreJoined() {
    var wanted = mine("kind", "user_handle");
    set(wanted, "category", "land");
    mine("kind", "user_handle");
    mine("category", "land");

    assertThat(found(filter("user_handle", "land", null, null))).containsExactly(wanted);
    assertThat(workList.count(todo(filter("user_handle", "land", null, null)), reader)).hasToString("1");
  }

  @Test
  void everyOrderHoldsOverAllPagesAndFilters() {
    for (var i = 0; i < 55; i++) {
      var item = due(today.plusDays(i % 3));
      clock.forward(Duration.ofSeconds(i % 2));
      set(item, "category", "land");
    }

    for (var filter : List.of(NONE, filter(null, "land", null, null), NONE.with("过滤"))) {
      var byDate = rows(todo(filter));
      assertThat(byDate).hasSize(55).doesNotHaveDuplicates()
          .isSortedAccordingTo(Comparator.comparing(item -> item.standing().rank()));
      assertThat(rows(todo(filter).in(WorkListSort.CODE))).hasSize(55).doesNotHaveDuplicates()
          .isSortedAccordingTo(Comparator.comparing(WorkItem::caseCode));
      assertThat(rows(todo(filter).in(WorkListSort.NEWEST))).hasSize(55).doesNotHaveDuplicates()
          .isSortedAccordingTo(Comparator.comparing(WorkItem::since).reversed());
    }
    assertThat(workList.count(todo(NONE.with("过滤")), reader)).hasToString("55");
  }

  @Test
  void allThatOneMaySeeNarrowsToAUnitAndToASmallOnesWork() {
    var item = mine("kind", "user_handle");
    var officer = errands.actor("officer");
    var code = items.find(item).orElseThrow().caseCode();
    var all = WorkListQuery.of(WorkListTab.ALL);

    assertThat(rows(all.with(filter(null, null, "police", null).with(code)), officer)).hasSize(1);
    assertThat(rows(all.with(filter(null, null, "housing", null).with(code)), officer)).isEmpty();
    assertThat(rows(all.with(filter(null, null, "police", null).with(code)), errands.actor("housing.leader")))
        .isEmpty();
    assertThat(rows(all.with(filter("user_handle", null, null, null).with(code)), errands.actor("reviewer")))
        .as("the government above all units").hasSize(1);
  }

  /** Nobody holds as much; the list says that it has not looked at all of it, and goes on from there. */
  @Test
  void aLongListIsLookedThroughInStepsThatLeaveNothingOut() {
    var item = mine("kind", "user_handle");
    multiply(item, 2 * WorkListRows.LOOK + 100);
    var rare = jdbc.sql("select id from work_item where assignee = ? order by rank_on desc, id desc limit 1 offset 5")
        .param(reader.id()).query(String.class).single();
    set(rare, "title", "大海里的针");
    var query = todo(NONE.with("里的针"));

    var page = workList.page(query, reader);
    assertThat(page.partial()).isTrue();
    assertThat(page.rows()).isEmpty();
    assertThat(workList.count(query, reader)).hasToString("0+");
    assertThat(rows(query)).extracting(WorkItem::id).containsExactly(rare);
    assertThat(workList.count(todo(NONE), reader)).hasToString("1000+");
  }

  @Test
  void whatIsRegisteredStandsAmongTheStartedWithWhoseTurnItIs() {
    var item = errands.open("police", "我登记的事项 " + reader.id());
    var officer = errands.actor("officer");
    var started = WorkListQuery.of(WorkListTab.STARTED).with(NONE.with(reader.id()));

    var matter = workList.started(started, officer).rows();
    assertThat(matter).singleElement().satisfies(one -> {
      assertThat(one.row().id()).isEqualTo(item.caseId());
      assertThat(one.open()).extracting(WorkItem::id).containsExactly(item.id());
    });
    assertThat(workList.count(started, officer)).hasToString("1");
    assertThat(workList.started(started, errands.actor("officer2")).rows()).isEmpty();
    processes.complete(item.id(), errands.actor("police.handler"), Facts.none());
    assertThat(workList.started(started, officer).rows()).singleElement()
        .satisfies(one -> assertThat(one.open()).isEmpty());
  }

  @Test
  void theStartedComeNewestFirstOnAllPages() {
    var handler = errands.actor("police.handler");
    var before = workList.count(WorkListQuery.of(WorkListTab.STARTED), errands.actor("officer")).value();
    IntStream.range(0, 52).forEach(i -> errands.open("police", "很多事项 " + i + reader.id()));
    var query = WorkListQuery.of(WorkListTab.STARTED).with(NONE.with(reader.id()));

    var first = workList.started(query, errands.actor("officer"));
    var second = workList.started(query.after(first.next().orElseThrow()), errands.actor("officer"));
    assertThat(first.rows()).hasSize(50);
    assertThat(second.rows()).hasSize(2);
    assertThat(second.next()).isEmpty();
    assertThat(IntStream.range(0, 52).mapToObj(i -> (i < 50 ? first.rows().get(i) : second.rows().get(i - 50))
        .row().title())).isEqualTo(IntStream.range(0, 52).mapToObj(i -> "很多事项 " + (51 - i) + reader.id()).toList());
    assertThat(workList.count(WorkListQuery.of(WorkListTab.STARTED), errands.actor("officer")).value())
        .isEqualTo(Math.min(before + 52, WorkListCount.MANY + 1));
    assertThat(workList.count(WorkListQuery.of(WorkListTab.STARTED), handler).value()).isZero();
  }

  @Test
  void newIsWhatHasComeToWaitForTheReader() {
    var made = items.find(mine("kind", "user_handle")).orElseThrow().since();
    assertThat(workList.news(made, reader)).isZero();

    mine("kind", "user_handle");
    assertThat(workList.news(made, reader)).isEqualTo(1);
    errands.open("police", "同事也能签收");
    assertThat(workList.news(made, reader)).isEqualTo(2);
  }

  /** An item in the reader's hands with one value of its own. */
  private String mine(String column, String value) {
    var item = errands.open("police", "过滤");
    processes.claim(item.id(), reader);
    set(item.id(), column, value);
    return item.id();
  }

  private String due(LocalDate on) {
    var item = mine("kind", "user_handle");
    jdbc.sql("update work_item set due_on = ?, due_kind = 'handling', rank_on = ? where id = ?").params(on, on, item)
        .update();
    return item;
  }

  private void set(String item, String column, String value) {
    jdbc.sql("update work_item set " + column + " = ? where id = ?").params(value, item).update();
  }

  private void multiply(String item, int times) {
    var original = items.find(item).orElseThrow();
    for (var i = 0; i < times; i++) {
      var id = original.id() + "-" + i;
      jdbc.sql("""
          insert into work_item (id, source, kind, process_key, name, form, case_id, case_code, case_kind, title,
              confidential, urgency, case_unit, group_key, unit_id, assignee, waits_for, waiting, rank_on, created_at,
              waits_since, state, version)
            select ?, source, kind, process_key, name, form, case_id, case_code, case_kind, title, confidential,
                urgency, case_unit, group_key, unit_id, assignee, waits_for, waiting, rank_on, created_at,
                waits_since, state, version
              from work_item where id = ?""").params(id, original.id()).update();
    }
  }

  private List<String> found(WorkListFilter filter) {
    return found(todo(filter));
  }

  private List<String> found(WorkListQuery query) {
    return rows(query).stream().map(WorkItem::id).toList();
  }

  private List<WorkItem> rows(WorkListQuery query) {
    return rows(query, reader);
  }

  private List<WorkItem> rows(WorkListQuery query, Actor actor) {
    var rows = new ArrayList<WorkItem>();
    for (var next = Optional.of(query); next.isPresent();) {
      var page = workList.page(next.get(), actor);
      page.rows().stream().filter(item -> query.tab() != WorkListTab.TODO || item.isHeldBy(actor)).forEach(rows::add);
      next = page.next().map(query::after);
    }
    return rows;
  }

  private static WorkListQuery todo(WorkListFilter filter) {
    return WorkListQuery.of(WorkListTab.TODO).with(filter);
  }

  private static WorkListFilter filter(String kind, String category, String unit, String territory) {
    return new WorkListFilter(Optional.empty(), Optional.ofNullable(kind), Optional.ofNullable(category),
        Optional.ofNullable(unit), Optional.ofNullable(territory), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), "");
  }

  private static WorkListFilter days(LocalDate due, LocalDate dueTo, LocalDate since, LocalDate sinceTo) {
    return new WorkListFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.ofNullable(due), Optional.ofNullable(dueTo), Optional.ofNullable(since),
        Optional.ofNullable(sinceTo), "");
  }
}
