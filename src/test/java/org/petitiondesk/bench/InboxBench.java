package org.petitiondesk.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.petitiondesk.inbox.Severity;
import org.petitiondesk.inbox.WorkListFilter;
import org.petitiondesk.inbox.WorkListQuery;
import org.petitiondesk.inbox.WorkListSort;
import org.petitiondesk.inbox.WorkListTab;
import org.petitiondesk.kernel.Actor;

/**
 * A page of the work list with its count against the engine's own task query (candidate group and one variable, by due
 * date, page of 50, with count), in the same run on databases of the same kind. Readers take turns, so that no answer is
 * that of the reader before. Printed is what 95 of 100 stay below.
 */
class InboxBench implements Bench.Measurement {

  private static final List<Integer> SIZES = Stream.of(System.getProperty("bench.sizes", "10000,100000,1000000")
      .split(",")).map(Integer::valueOf).toList();
  /** Filling the engine's tables with more takes longer than the measurement is worth. */
  private static final int STOCK_LIMIT = Integer.getInteger("bench.stock", 100_000);
  private static final int TIMES = Integer.getInteger("bench.times", 300);
  private static final int STOCK_TIMES = 40;
  private static final int CASES = Integer.getInteger("bench.cases", 60);
  private static final String CATEGORY = "urban";

  private final Function<Path, Databases> databases;

  InboxBench(Function<Path, Databases> databases) {
    this.databases = databases;
  }

  @Override
  public void run(String name) throws Exception {
    var folder = Files.createTempDirectory("petition-desk-bench");
    var both = databases.apply(folder);
    try {
      row(name, both, folder);
      lists(name, both, folder);
    } finally {
      both.close().run();
      Folders.delete(folder);
    }
  }

  /** Which part of a complete case goes into writing its rows of the work list. */
  private static void row(String name, Databases both, Path folder) {
    var times = new StatementTimes("^\\s*(insert into|update) work_item\\b");
    try (var desk = new DeskSide(both.desk(), both.user(), both.password(), folder,
        context -> context.getBeanFactory().addBeanPostProcessor(times))) {
      for (var n = 0; n < CASES; n++) {
        desk.handle(n);
      }
      var before = times.nanos();
      var begin = System.nanoTime();
      for (var n = CASES; n < 2 * CASES; n++) {
        desk.handle(n);
      }
      Bench.print(name + "-row", 100.0 * (times.nanos() - before) / (System.nanoTime() - begin), "%");
    }
  }

  private static void lists(String name, Databases both, Path folder) throws Exception {
    try (var desk = new InboxDesk(both, folder); var stock = new StockTasks(both)) {
      var handlers = Script.leads().stream().map(unit -> desk.actor(unit + ".handler")).toList();
      for (var size : SIZES) {
        desk.fill(size);
        var page = p95(TIMES, n -> pageAndCount(desk, todo(category()), handlers.get(n % handlers.size())));
        if (size <= STOCK_LIMIT) {
          stock.fill(size);
          var theirs = p95(STOCK_TIMES, n -> stock.pageAndCount("handler@" + Script.lead(n), CATEGORY));
          Bench.print(name + "-" + size + "-stock", theirs, "ms");
          Bench.print(name + "-" + size + "-ratio", theirs / page, "times");
        }
        Bench.print(name + "-" + size, page, "ms");
        lists(desk).forEach((list, query) -> Bench.print(name + "-" + size + "-" + list,
            p95(TIMES, n -> pageAndCount(desk, query, reader(desk, query, handlers, n))), "ms"));
        later(name + "-" + size, desk, handlers);
        Bench.print(name + "-" + size + "-counts", p95(TIMES, n -> desk.workList().counts(
            handlers.get(n % handlers.size()))), "ms");
      }
    }
  }

  /** Everything the page offers, one thing at a time. */
  private static Map<String, WorkListQuery> lists(InboxDesk desk) {
    var none = WorkListFilter.NONE;
    var today = Optional.of(desk.today());
    var lists = new LinkedHashMap<String, WorkListQuery>();
    lists.put("all-of-mine", todo(none));
    for (var sort : List.of(WorkListSort.NEWEST, WorkListSort.CODE)) {
      lists.put("sort-" + sort.name().toLowerCase(), todo(none).in(sort));
    }
    lists.put("severity", todo(none.with(Severity.WEEK)));
    lists.put("kind", todo(filter(Optional.of("user_handle"), Optional.empty(), Optional.empty(), Optional.empty())));
    lists.put("unit", todo(filter(Optional.empty(), Optional.empty(), Optional.of("housing"), Optional.empty())));
    lists.put("territory", todo(filter(Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of("liuyin"))));
    lists.put("due", todo(new WorkListFilter(none.severity(), none.kind(), none.category(), none.unit(),
        none.territory(), today, today, none.sinceFrom(), none.sinceTo(), "")));
    lists.put("since", todo(new WorkListFilter(none.severity(), none.kind(), none.category(), none.unit(),
        none.territory(), none.dueFrom(), none.dueTo(), today, today, "")));
    lists.put("text", todo(none.with("第77")));
    lists.put("no-such-text", todo(none.with("nowhere")));
    lists.put("code", todo(none.with("XF2025-0000777")));
    lists.put("everything", WorkListQuery.of(WorkListTab.ALL));
    lists.put("everything-category", WorkListQuery.of(WorkListTab.ALL).with(category()));
    lists.put("everything-newest", WorkListQuery.of(WorkListTab.ALL).in(WorkListSort.NEWEST));
    lists.put("everything-text", WorkListQuery.of(WorkListTab.ALL).with(none.with("nowhere")));
    lists.put("done", WorkListQuery.of(WorkListTab.DONE));
    return lists;
  }

  /** Page 1 and page 100 of everything that a reader has. */
  private static void later(String name, InboxDesk desk, List<Actor> handlers) {
    var first = todo(WorkListFilter.NONE);
    var pages = handlers.stream().map(handler -> nth(desk, first, handler, 100)).toList();
    if (pages.stream().allMatch(Optional::isPresent)) {
      Bench.print(name + "-page-1", p95(TIMES, n -> desk.workList().page(first, handlers.get(n % handlers.size()))),
          "ms");
      Bench.print(name + "-page-100", p95(TIMES, n -> desk.workList().page(pages.get(n % pages.size()).orElseThrow(),
          handlers.get(n % handlers.size()))), "ms");
    }
  }

  private static Optional<WorkListQuery> nth(InboxDesk desk, WorkListQuery first, Actor reader, int nth) {
    var query = Optional.of(first);
    for (var page = 1; page < nth && query.isPresent(); page++) {
      query = desk.workList().page(query.get(), reader).next().map(first::after);
    }
    return query;
  }

  /** The list of all that one may see is longest for the office that has registered everything. */
  private static Actor reader(InboxDesk desk, WorkListQuery query, List<Actor> handlers, int n) {
    return query.tab() == WorkListTab.ALL
        ? desk.actor(n % 2 == 0 ? "officer" : "officer2")
        : handlers.get(n % handlers.size());
  }

  private static void pageAndCount(InboxDesk desk, WorkListQuery query, Actor reader) {
    desk.workList().find(query, reader);
  }

  private static WorkListQuery todo(WorkListFilter filter) {
    return WorkListQuery.of(WorkListTab.TODO).with(filter);
  }

  private static WorkListFilter category() {
    return filter(Optional.empty(), Optional.of(CATEGORY), Optional.empty(), Optional.empty());
  }

  private static WorkListFilter filter(Optional<String> kind, Optional<String> category, Optional<String> unit,
      Optional<String> territory) {
    return new WorkListFilter(Optional.empty(), kind, category, unit, territory, Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), "");
  }

  /** Milliseconds; as many times again are a warm-up. */
  static double p95(int times, Step step) {
    var millis = new double[times];
    for (var n = -times; n < times; n++) {
      var begin = System.nanoTime();
      step.take(n + times);
      if (n >= 0) {
        millis[n] = (System.nanoTime() - begin) / 1e6;
      }
    }
    Arrays.sort(millis);
    return millis[Math.min(times - 1, (int) Math.ceil(times * 0.95) - 1)];
  }

  /** One act with its number. */
  interface Step {

    void take(int number);
  }
}
