package org.petitiondesk.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The work items in the database. */
@Repository
class WorkItems {

  static final String COLUMNS = """
      select id, source, kind, process_key, name, form, case_id, case_code, case_kind, title, confidential, category,
          territory, urgency, case_unit, group_key, unit_id, assignee, due_on, due_kind, target_on, waiting, rank_on,
          created_at, waits_since, state, finished_by, finished_by_name, finished_at, on_behalf_of, version, sender_item, handed_by,
          handed_how, handed_words, urged, urged_at, asked, return_to, step_id,
          suspended
        from work_item
      """;

  /** {@link WaitsFor#key} of an item that nobody holds, for a statement. */
  private static final String UNHELD = "case when confidential then 'report:' || unit_id else 'group:' || group_key end";

  private static final String SENT_ON = "  where sender_item = ? and source = 'TASK' order by id";

  private final JdbcClient jdbc;

  WorkItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(WorkItem item) {
    jdbc.sql(
        """
            insert into work_item (id, source, kind, process_key, name, form, case_id, case_code, case_kind, title,
                confidential, category, territory, urgency, case_unit, group_key, unit_id, assignee, waits_for, due_on,
                due_kind, target_on, waiting, rank_on, created_at, waits_since, state, version, sender_item, handed_by, handed_how,
                handed_words, return_to, step_id)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                  ?)""")
        .params(item.id(), item.source().name(), item.kind(), item.processKey(), item.name(), item.form(),
            item.caseId().value(), item.caseCode(), item.caseKind().name(), item.title(), item.confidential(),
            item.category().orElse(null), item.territory().orElse(null), item.urgency().name(), item.caseUnit(),
            item.group(), item.unit(), item.assignee().orElse(null), WaitsFor.key(item),
            item.standing().dueOn().orElse(null), item.standing().kind().orElse(null),
            item.standing().target().orElse(null), item.standing().waiting(),
            item.standing().rank(), timestamp(item.createdAt()), timestamp(item.since()),
            item.state().name(), item.version(),
            item.marks().sender().orElse(null), item.marks().handed().map(Handing::by).orElse(null),
            item.marks().handed().map(handed -> handed.how().name()).orElse(null),
            item.marks().handed().map(Handing::words).orElse(null), String.join(",", item.marks().returnTo()),
            item.marks().step().isEmpty() ? null : item.marks().step())
        .update();
  }

  void insertFailure(FailedStep failure) {
    jdbc.sql("insert into work_item_failure (item_id, job_id, element_id, message) values (?, ?, ?, ?)")
        .params(failure.item().id(), failure.jobId(), failure.item().kind(), failure.message()).update();
  }

  /**
   * False when it is not open any more: somebody else was first. The row is the arbiter between two people. What waits for
   * a colleague's word can not be done either.
   */
  boolean finish(String id, ItemState state, WorkItem.Finish finish) {
    return jdbc.sql("""
        update work_item set state = ?, finished_by = ?, finished_by_name = ?, finished_at = ?, on_behalf_of = ?,
            version = version + 1
          where id = ? and state = 'OPEN'""" + (state == ItemState.DONE ? " and asked = 0" : ""))
        .params(state.name(), finish.by(), finish.name(), timestamp(finish.at()), finish.onBehalfOf().orElse(null),
            id)
        .update() == 1;
  }

  /**
   * False when it is not open or when somebody else than {@code before} holds it by now. Why it was handed to one person
   * is forgotten when that person puts it back.
   */
  boolean assign(String id, Optional<String> before, Optional<String> after, Instant at) {
    var back = after.isEmpty();
    return jdbc.sql("update work_item set assignee = :after, waits_for = " + (back ? UNHELD : ":account")
        + (back ? ", handed_words = case when handed_how = 'TRANSFERRED' then '' else handed_words end" : "") + """
            , waits_since = :at, version = version + 1
              where id = :id and state = 'OPEN' and coalesce(assignee, '') = :before""")
        .param("after", after.orElse(null)).param("account", WaitsFor.account(after.orElse("")))
        .param("at", timestamp(at)).param("id", id).param("before", before.orElse("")).update() == 1;
  }

  /** Whoever the desk has put there while the item came has not taken it up. */
  void isNew(String id) {
    jdbc.sql("update work_item set version = 0 where id = ?").param(id).update();
  }

  /** The items of a case, also those that are finished, follow what kind of case it is. */
  void describe(CaseId caseId, String title, boolean confidential, Optional<String> category,
      Optional<String> territory) {
    jdbc.sql("""
        update work_item set title = ?, confidential = ?, category = ?, territory = ?
          where case_id = ? and source <> 'INCIDENT'""")
        .params(title, confidential, category.orElse(null), territory.orElse(null), caseId.value()).update();
    jdbc.sql("update work_item set waits_for = " + UNHELD
        + " where case_id = ? and source <> 'INCIDENT' and assignee is null").param(caseId.value()).update();
  }

  /** What nobody holds of the unit's reports: of which case it is and who may claim it. */
  List<Unheld> ofReports(String unit) {
    return jdbc.sql("select id, case_id, group_key from work_item where todo_key = ?").param(WaitsFor.report(unit))
        .query((rs, row) -> new Unheld(rs.getString("id"), new CaseId(rs.getObject("case_id", UUID.class)),
            rs.getString("group_key")))
        .list();
  }

  record Unheld(String id, CaseId caseId, String group) {}

  /** Who hands it to the one who has it from now on, and why. */
  void hand(String id, Handing handing) {
    jdbc.sql("update work_item set handed_by = ?, handed_how = ?, handed_words = ? where id = ?")
        .params(handing.by(), handing.how().name(), handing.words(), id).update();
  }

  /** The last item of each of these steps that the case has passed, in each unit; the latest first. */
  List<WorkItem> passed(CaseId caseId, Set<String> kinds) {
    var last = new LinkedHashMap<List<String>, WorkItem>();
    jdbc.sql(COLUMNS + """
          where case_id = :case and kind in (:kinds) and state = 'DONE' and step_id is not null
        order by finished_at desc, id desc""")
        .param("case", caseId.value()).param("kinds", kinds).query(WorkItems::item).list()
        .forEach(item -> last.putIfAbsent(List.of(item.kind(), item.group()), item));
    return List.copyOf(last.values());
  }

  /** Every step of a process that the case has passed and that may be done once more, the last passage of each. */
  List<WorkItem> passed(CaseId caseId, String processKey) {
    var last = new LinkedHashMap<List<String>, WorkItem>();
    jdbc.sql(COLUMNS + """
          where case_id = ? and process_key = ? and state = 'DONE' and source = 'TASK' and step_id is not null
        order by finished_at desc, id desc""").params(caseId.value(), processKey).query(WorkItems::item).list()
        .forEach(item -> last.putIfAbsent(List.of(item.kind(), item.group()), item));
    return List.copyOf(last.values());
  }

  /** The tasks that the end of an item has opened. */
  List<WorkItem> sentOn(String id) {
    return jdbc.sql(COLUMNS + SENT_ON).param(id).query(WorkItems::item).list();
  }

  /** The same; the rows stay as they are until the transaction ends. */
  List<WorkItem> lockSentOn(String id) {
    return jdbc.sql(COLUMNS + SENT_ON + " for update").param(id).query(WorkItems::item).list();
  }

  /**
   * Those whose next items nobody has taken up; also those that still wait for the other branches of their process. What
   * was returned sent on what is marked so.
   */
  Set<String> untouched(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(jdbc.sql("""
        select d.id from work_item d
          where d.id in (:ids) and d.step_id is not null
            and not exists (select 1 from work_item n where n.sender_item = d.id and n.source = 'TASK'
              and (n.state <> 'OPEN' or n.version > 0 or n.asked > 0 or n.handed_how <> 'SENT'))
            and exists (select 1 from work_item n where n.case_id = d.case_id and n.state = 'OPEN'
              and n.source = 'TASK' and (n.sender_item = d.id or n.process_key = d.process_key))""")
        .param("ids", ids).query(String.class).list());
  }

  /** So many more colleagues are asked for a word on it. */
  void asked(String id, int more) {
    jdbc.sql("update work_item set asked = asked + ? where id = ?").params(more, id).update();
  }

  int urges(String id, String account, LocalDate on) {
    return jdbc.sql("select count(*) from work_item_urge where item_id = ? and urged_by = ? and urged_on = ?")
        .params(id, account, on).query(Integer.class).single();
  }

  boolean isUrged(String urge) {
    return jdbc.sql("select count(*) from work_item_urge where id = ?").param(urge).query(Integer.class).single() > 0;
  }

  void urge(String urge, String id, String account, LocalDate on, Instant at, String words) {
    record(urge, id, account, on, at, words);
    jdbc.sql("update work_item set urged = urged + 1, urged_at = ? where id = ?").params(timestamp(at), id).update();
  }

  private void record(String urge, String id, String account, LocalDate on, Instant at, String words) {
    jdbc.sql("insert into work_item_urge (id, item_id, urged_by, urged_on, urged_at, words) values (?, ?, ?, ?, ?, ?)")
        .params(urge, id, account, on, timestamp(at), words).update();
  }

  /** Whose work of a case is open. */
  Set<String> units(CaseId caseId) {
    return openOf(List.of(caseId)).stream().filter(item -> item.source() == ItemSource.TASK).map(WorkItem::unit)
        .collect(Collectors.toSet());
  }

  /** An alarm has reminded of the unit's open tasks of a case; whoever holds one sees it in the list, with its words. */
  void reminded(CaseId caseId, String unit, String words, Instant at) {
    if (!words.isEmpty()) {
      openOf(List.of(caseId)).stream().filter(item -> item.source() == ItemSource.TASK && item.unit().equals(unit))
          .forEach(item -> record(UUID.randomUUID().toString(), item.id(), Actor.SYSTEM.id(),
              Dates.local(at).toLocalDate(), at, words));
    }
    jdbc.sql("""
        update work_item set urged = urged + 1, urged_at = ?
          where case_id = ? and state = 'OPEN' and source = 'TASK' and unit_id = ?""")
        .params(timestamp(at), caseId.value(), unit).update();
  }

  /** Accounts that hold an open task of the case in the unit. */
  List<String> holders(CaseId caseId, String unit) {
    return jdbc.sql("""
        select distinct assignee from work_item
          where case_id = ? and state = 'OPEN' and source = 'TASK' and unit_id = ? and assignee is not null""")
        .params(caseId.value(), unit).query(String.class).list();
  }

  /** The open items of a case follow its clocks. An incident has no legal date, and some items have one of their own. */
  void stand(CaseId caseId, Standing standing) {
    jdbc.sql("""
        update work_item set due_on = ?, due_kind = ?, target_on = ?, waiting = ?, rank_on = ?
          where case_id = ? and state = 'OPEN' and source <> 'INCIDENT' and (due_kind is null or due_kind <> ?)""")
        .params(standing.dueOn().orElse(null), standing.kind().orElse(null), standing.target().orElse(null),
            standing.waiting(), standing.rank(),
            caseId.value(), Standing.OWN)
        .update();
  }

  Optional<WorkItem> find(String id) {
    return jdbc.sql(COLUMNS + "  where id = ?").param(id).query(WorkItems::item).optional();
  }

  List<WorkItem> find(Collection<String> ids) {
    return jdbc.sql(COLUMNS + "  where id in (:ids)").param("ids", ids).query(WorkItems::item).list();
  }

  /** Open items of the engine, by id. */
  List<WorkItem> openAfter(String id, int limit) {
    return jdbc
        .sql(COLUMNS + "  where state = 'OPEN' and source in ('TASK', 'INCIDENT') and kind <> '" + UnreadReports.KIND
            + "' and id > ? order by id limit ?")
        .params(id, limit).query(WorkItems::item).list();
  }

  /** An open item again as it should be, whatever the row says; what has been typed in by people is not touched. */
  void restore(WorkItem item) {
    jdbc.sql("""
        update work_item set title = ?, confidential = ?, group_key = ?, unit_id = ?, assignee = ?, waits_for = ?,
            due_on = ?, due_kind = ?, target_on = ?, waiting = ?, rank_on = ?, state = 'OPEN', finished_by = null,
            finished_by_name = null, finished_at = null, on_behalf_of = null, version = version + 1
          where id = ?""")
        .params(item.title(), item.confidential(), item.group(), item.unit(), item.assignee().orElse(null),
            WaitsFor.key(item), item.standing().dueOn().orElse(null),
            item.standing().kind().orElse(null), item.standing().target().orElse(null), item.standing().waiting(),
            item.standing().rank(), item.id())
        .update();
  }

  /** The item is the same work in another version of its model; who has it, since when and by when stays as it is. */
  void migrate(WorkItem item) {
    jdbc.sql("""
        update work_item set kind = ?, name = ?, form = ?, group_key = ?, unit_id = ?, waits_for = ?, return_to = ?,
            step_id = ?
          where id = ?""")
        .params(item.kind(), item.name(), item.form(), item.group(), item.unit(), WaitsFor.key(item),
            String.join(",", item.marks().returnTo()), item.marks().step().isEmpty() ? null : item.marks().step(),
            item.id())
        .update();
  }

  /** The row stays as it is until the transaction ends. */
  Optional<WorkItem> lock(String id) {
    return jdbc.sql(COLUMNS + "  where id = ? for update").param(id).query(WorkItems::item).optional();
  }

  /** Items of a case that lie in these {@link StandIn#places} or that the account has finished on another's behalf. */
  List<WorkItem> forColleagues(CaseId caseId, Collection<Object[]> places, String account) {
    return jdbc.sql(COLUMNS + """
        where case_id = :case and not confidential
          and (state = 'OPEN' and (waits_for, group_key) in (:places)
            or finished_by = :account and on_behalf_of is not null)""")
        .param("case", caseId.value()).param("places", places).param("account", account).query(WorkItems::item).list();
  }

  /** Open items of these kinds under the keys, the most urgent first. */
  List<WorkItem> decisions(Collection<String> kinds, Collection<String> keys, int limit) {
    return jdbc.sql(COLUMNS + """
          where todo_key in (:keys) and kind in (:kinds)
        order by rank_on, id
        limit :limit""")
        .param("keys", keys).param("kinds", kinds).param("limit", limit).query(WorkItems::item).list();
  }

  /** The same in these {@link StandIn#places}. */
  List<WorkItem> decisionsOfColleagues(Collection<String> kinds, Collection<Object[]> places, int limit) {
    return jdbc.sql(COLUMNS + """
          where not confidential and (todo_key, group_key) in (:places) and kind in (:kinds)
        order by rank_on, id
        limit :limit""")
        .param("places", places).param("kinds", kinds).param("limit", limit).query(WorkItems::item).list();
  }

  Optional<FailedStep> failure(WorkItem item) {
    return jdbc.sql("select job_id, message from work_item_failure where item_id = ?").param(item.id())
        .query((rs, row) -> new FailedStep(item, rs.getString("job_id"), rs.getString("message"))).optional();
  }

  /** Failed steps that nobody has tried again yet. */
  List<FailedStep> stopped(int limit) {
    return jdbc.sql(COLUMNS + """
          where state = 'OPEN' and source = 'INCIDENT' and id in (select item_id from work_item_failure)
        order by process_key, kind, created_at, id limit ?""").param(limit).query(WorkItems::item).list().stream()
        .flatMap(item -> failure(item).stream()).toList();
  }

  List<WorkItem> all(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(COLUMNS + "  where id in (:ids)").param("ids", ids).query(WorkItems::item).list();
  }

  /** Open items of these cases. */
  List<WorkItem> openOf(Collection<CaseId> cases) {
    return cases.isEmpty()
        ? List.of()
        : jdbc.sql(COLUMNS + "  where case_id in (:cases) and state = 'OPEN' order by created_at, id")
            .param("cases", cases.stream().map(CaseId::value).toList()).query(WorkItems::item).list();
  }

  /** Open and overdue items of a unit in the hands of these accounts. */
  Map<String, int[]> load(String unit, Collection<String> people, LocalDate today) {
    var load = new HashMap<String, int[]>();
    people.forEach(account -> jdbc.sql("""
        select count(*) as open_items, count(case when rank_on < ? then 1 end) as overdue
          from work_item where todo_key = ? and unit_id = ?""")
        .params(today, WaitsFor.account(account), unit)
        .query(rs -> {
          load.put(account, new int[]{rs.getInt("open_items"), rs.getInt("overdue")});
        }));
    return load;
  }

  /** The last reminder of each of the items that said something. */
  Map<String, Reminder> lastReminders(Collection<String> ids) {
    var last = new HashMap<String, Reminder>();
    if (!ids.isEmpty()) {
      jdbc.sql("""
          select item_id, urged_by, words from work_item_urge
            where item_id in (:items) and words <> '' order by urged_at, id""").param("items", ids).query(rs -> {
        last.put(rs.getString("item_id"), new Reminder(rs.getString("urged_by"), rs.getString("words")));
      });
    }
    return last;
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS));
  }

  static WorkItem item(ResultSet rs, int row) throws SQLException {
    var standing = new Standing(Optional.ofNullable(rs.getObject("due_on", LocalDate.class)),
        Optional.ofNullable(rs.getString("due_kind")),
        Optional.ofNullable(rs.getObject("target_on", LocalDate.class)), rs.getBoolean("waiting"));
    var finishedAt = rs.getTimestamp("finished_at");
    var finish = finishedAt == null
        ? Optional.<WorkItem.Finish>empty()
        : Optional.of(new WorkItem.Finish(rs.getString("finished_by"), rs.getString("finished_by_name"),
            finishedAt.toInstant(), Optional.ofNullable(rs.getString("on_behalf_of"))));
    return new WorkItem(rs.getString("id"), ItemSource.valueOf(rs.getString("source")), rs.getString("kind"),
        rs.getString("process_key"), rs.getString("name"), rs.getString("form"),
        new CaseId(rs.getObject("case_id", UUID.class)), rs.getString("case_code"),
        CaseKind.valueOf(rs.getString("case_kind")), rs.getString("title"), rs.getBoolean("confidential"),
        Optional.ofNullable(rs.getString("category")), Optional.ofNullable(rs.getString("territory")),
        Urgency.valueOf(rs.getString("urgency")), rs.getString("case_unit"), rs.getString("group_key"),
        rs.getString("unit_id"), Optional.ofNullable(rs.getString("assignee")), standing,
        rs.getTimestamp("created_at").toInstant(), rs.getTimestamp("waits_since").toInstant(),
        ItemState.valueOf(rs.getString("state")), finish, rs.getInt("version"), marks(rs));
  }

  private static Marks marks(ResultSet rs) throws SQLException {
    var how = rs.getString("handed_how");
    var handed = how == null
        ? Optional.<Handing>empty()
        : Optional.of(new Handing(rs.getString("handed_by"), Handing.How.valueOf(how), rs.getString("handed_words")));
    var returnTo = rs.getString("return_to");
    return new Marks(Optional.ofNullable(rs.getString("sender_item")), handed, rs.getInt("urged"),
        Optional.ofNullable(rs.getTimestamp("urged_at")).map(Timestamp::toInstant), rs.getInt("asked"),
        returnTo.isEmpty() ? Set.of() : Set.of(returnTo.split(",")),
        Optional.ofNullable(rs.getString("step_id")).orElse(""), rs.getBoolean("suspended"));
  }
}
