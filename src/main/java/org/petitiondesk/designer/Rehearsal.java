package org.petitiondesk.designer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.designer.ReplayLine.Kind;
import org.petitiondesk.engine.AskedTable;
import org.petitiondesk.engine.FiredRow;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.PastRun;
import org.petitiondesk.engine.PastRuns;
import org.petitiondesk.engine.PublishedModel;
import org.petitiondesk.engine.PublishedModels;
import org.petitiondesk.engine.ReplayEngines;
import org.petitiondesk.engine.Replayed;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.PastClocks;
import org.petitiondesk.kernel.PastFacts;
import org.petitiondesk.kernel.PastFacts.Given;
import org.petitiondesk.kernel.PastQuestions;
import org.petitiondesk.kernel.PastQuestions.Question;
import org.petitiondesk.kernel.Refused;
import org.springframework.stereotype.Component;

/**
 * Sends closed cases through the version in force and through a draft, and says what differs. Compared are the two, not
 * the draft and the record: what a change of the law or of the product has altered since is not the draft's doing.
 */
@Component
class Rehearsal {

  private static final String TERMS = "clock_terms";
  private static final String ALARMS = "clock_alarms";
  private static final String NO_ALARM = "NONE";
  private static final String MADE = "…";
  /** No case needs so long, also on a machine that is busy. */
  private static final long PATIENCE = 30;

  private final PublishedModels published;
  private final PastRuns runs;
  private final ReplayEngines engines;
  private final List<PastFacts> facts;
  private final List<PastQuestions> questions;
  private final PastClocks clocks;

  Rehearsal(PublishedModels published, PastRuns runs, ReplayEngines engines, List<PastFacts> facts,
      List<PastQuestions> questions, PastClocks clocks) {
    this.published = published;
    this.runs = runs;
    this.engines = engines;
    this.facts = List.copyOf(facts);
    this.questions = List.copyOf(questions);
    this.clocks = clocks;
  }

  /** Told after every step; throws what ends the work. */
  interface Progress {
    void step(int done, int total);
  }

  ReplayResult of(Draft draft, String source, List<CaseId> cases, Progress progress) {
    return draft.kind() == ModelKind.BPMN
        ? process(draft, source, cases, progress)
        : table(draft, source, cases, progress);
  }

  private ReplayResult process(Draft draft, String source, List<CaseId> cases, Progress progress) {
    var all = new ArrayList<PastRun>();
    var total = 2 * cases.size();
    for (var i = 0; i < cases.size(); i++) {
      progress.step(i, total);
      all.addAll(runs.of(cases.get(i), draft.key()));
    }
    var lines = new Lines();
    var tried = new HashSet<CaseId>();
    var processes = all.stream().map(PastRun::process).collect(Collectors.toSet());
    if (!processes.isEmpty()) {
      var workers = Executors.newFixedThreadPool(2);
      try (var before = engines.inForce(processes);
          var after = engines.with(processes, draft.kind(), draft.key(), source)) {
        for (var i = 0; i < all.size(); i++) {
          progress.step(cases.size() + i * cases.size() / all.size(), total);
          var run = all.get(i);
          var given = given(run.caseId());
          var drafted = workers.submit(() -> after.replay(run, given));
          var was = get(workers.submit(() -> before.replay(run, given)));
          var is = get(drafted);
          if (was.stuck().isPresent()) {
            lines.add(Kind.UNTRIED, was.stuck().get().element().name(), was.stuck().get().reason().name(), "",
                run.caseId());
          } else {
            tried.add(run.caseId());
            compare(was, is, run.caseId(), lines);
          }
        }
      } finally {
        workers.shutdownNow();
      }
    }
    return new ReplayResult(cases.size(), tried.size(), lines.list());
  }

  /** Whatever takes longer is given up, with its engine. */
  private static Replayed get(Future<Replayed> work) {
    try {
      return work.get(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private Given given(CaseId id) {
    return facts.stream().flatMap(each -> each.of(id).stream()).findFirst()
        .orElseGet(() -> new Given(Map.of(), Map.of()));
  }

  private static void compare(Replayed was, Replayed is, CaseId id, Lines lines) {
    is.stuck().ifPresent(stuck -> lines.add(Kind.STUCK, stuck.element().name(), stuck.reason().name(), stuck.words(),
        id));
    if (is.stuck().isEmpty() && !ofEnd(was).equals(ofEnd(is))) {
      lines.add(Kind.END, "", ofEnd(was), ofEnd(is), id);
    }
    var before = names(was);
    var after = names(is);
    after.stream().filter(name -> !before.contains(name)).forEach(name -> lines.add(Kind.STEP_ADDED, name, "", "", id));
    if (is.stuck().isEmpty()) {
      before.stream().filter(name -> !after.contains(name))
          .forEach(name -> lines.add(Kind.STEP_DROPPED, name, "", "", id));
    }
    lines.load(was.steps().stream().map(Replayed.Step::group), is.steps().stream().map(Replayed.Step::group));
  }

  private static String ofEnd(Replayed replayed) {
    return replayed.end().map(Replayed.Element::name).orElse("");
  }

  private static Set<String> names(Replayed replayed) {
    return replayed.steps().stream().map(step -> step.element().name()).collect(Collectors.toSet());
  }

  private ReplayResult table(Draft draft, String source, List<CaseId> cases, Progress progress) {
    var inForce = published.latest(draft.kind(), draft.key()).map(published::source);
    var before = inForce.map(text -> AskedTable.of(draft.key(), text));
    var after = AskedTable.of(draft.key(), source);
    var ladder = published.latest(ModelKind.DMN, ALARMS).map(this::asked);
    var asked = questions.stream().filter(each -> each.decisions().contains(draft.key())).findFirst();
    var alarms = questions.stream().filter(each -> each.decisions().contains(ALARMS)).findFirst();
    var literals = new HashSet<>(after.literals());
    before.ifPresent(table -> literals.addAll(table.literals()));
    var lines = new Lines();
    var hits = new TreeMap<Integer, Integer>();
    var tried = new HashSet<CaseId>();
    for (var i = 0; i < cases.size(); i++) {
      progress.step(i, cases.size());
      var id = cases.get(i);
      var steps = draft.key().equals(TERMS) ? steps(alarms, ladder, id) : Map.<UUID, List<FiredRow>>of();
      asked.map(each -> each.of(draft.key(), List.of(id))).orElse(List.of()).forEach(question -> {
        tried.add(id);
        var was = before.map(table -> ask(table, question)).orElse(List.of());
        var is = ask(after, question);
        var said = answer(was, literals);
        var says = answer(is, literals);
        is.forEach(row -> hits.merge(row.number(), 1, Integer::sum));
        if (draft.key().equals(TERMS)) {
          terms(question, was, is, steps, lines);
        } else if (draft.key().equals(ALARMS)) {
          var clock = question.clock().orElseThrow();
          lines.alarms(fired(was, clock, clocks.due(clock)), fired(is, clock, clocks.due(clock)));
        }
        if (!said.equals(says) && before.isPresent()) {
          lines.add(Kind.ANSWER, "", said, says, id);
        }
        lines.functions(functions(was, literals), functions(is, literals));
      });
    }
    if (!tried.isEmpty()) {
      for (var row = 1; row <= after.annotations().size(); row++) {
        lines.row(row, after.annotations().get(row - 1), hits.getOrDefault(row, 0));
      }
    }
    return new ReplayResult(cases.size(), tried.size(), lines.list());
  }

  private AskedTable asked(PublishedModel model) {
    return AskedTable.of(model.key(), published.source(model));
  }

  private Map<UUID, List<FiredRow>> steps(Optional<PastQuestions> alarms, Optional<AskedTable> ladder, CaseId id) {
    var steps = new HashMap<UUID, List<FiredRow>>();
    ladder.ifPresent(table -> alarms.map(each -> each.of(ALARMS, List.of(id))).orElse(List.of())
        .forEach(question -> steps.put(question.clock().orElseThrow(), ask(table, question))));
    return steps;
  }

  private void terms(Question question, List<FiredRow> was, List<FiredRow> is, Map<UUID, List<FiredRow>> steps,
      Lines lines) {
    if (was.isEmpty() || is.isEmpty() || term(was).equals(term(is)) || length(is).isEmpty()) {
      return;
    }
    var clock = question.clock().orElseThrow();
    var due = clocks.due(clock);
    var other = clocks.due(clock, length(is).get(), is.get(0).text("unit"));
    if (other.equals(due)) {
      return;
    }
    var kind = String.valueOf(question.inputs().get("kind"));
    lines.add(Kind.DUE, kind, term(was), term(is), question.caseId());
    clocks.stopped(clock).ifPresent(stop -> {
      if (stop.isAfter(other) != stop.isAfter(due)) {
        lines.add(stop.isAfter(other) ? Kind.LATE : Kind.IN_TIME, kind, "", "", question.caseId());
      }
    });
    var ladder = steps.getOrDefault(clock, List.of());
    lines.alarms(fired(ladder, clock, due), fired(ladder, clock, other));
  }

  /** What is done until the clock stops, if it runs out then; of several rows for one step the first counts. */
  private List<String> fired(List<FiredRow> rows, UUID clock, LocalDate due) {
    var late = clocks.late(clock, due);
    var steps = new LinkedHashMap<String, FiredRow>();
    rows.forEach(row -> steps.putIfAbsent(row.text("step"), row));
    return steps.values().stream().filter(row -> !row.text("action").equals(NO_ALARM))
        .filter(row -> row.number("stage") <= late).map(row -> row.text("action")).toList();
  }

  private static Optional<Integer> length(List<FiredRow> rows) {
    return rows.get(0).text("length").isEmpty() ? Optional.empty() : Optional.of(rows.get(0).number("length"));
  }

  private static String term(List<FiredRow> rows) {
    return (rows.get(0).text("length") + " " + rows.get(0).text("unit")).strip();
  }

  private static List<FiredRow> ask(AskedTable table, Question question) {
    try {
      return table.ask(question.inputs()).rows();
    } catch (Refused cannotSay) {
      return List.of();
    }
  }

  /** Only what the tables say themselves: a cell can answer with what it was asked, which are people's words. */
  private static String answer(List<FiredRow> rows, Set<String> literals) {
    return rows.stream().map(row -> row.outputs().keySet().stream().sorted().map(row::text)
        .filter(text -> !text.isEmpty()).map(text -> literals.contains(text) ? text : MADE)
        .collect(Collectors.joining(" · "))).distinct().collect(Collectors.joining("; "));
  }

  /** A table that says which units are competent shares out the work. */
  private static List<String> functions(List<FiredRow> rows, Set<String> literals) {
    return rows.stream().map(row -> row.text("function")).filter(literals::contains).toList();
  }

  /** Gathers the cases behind each number. */
  private static final class Lines {

    private final Map<ReplayLine, List<CaseId>> cases = new LinkedHashMap<>();
    private final TreeMap<String, int[]> load = new TreeMap<>();
    private final TreeMap<String, int[]> alarms = new TreeMap<>();
    private final List<ReplayLine> rows = new ArrayList<>();

    void add(Kind kind, String subject, String before, String after, CaseId id) {
      cases.computeIfAbsent(new ReplayLine(kind, subject, before, after, 0, List.of()), line -> new ArrayList<>())
          .add(id);
    }

    void load(Stream<String> before, Stream<String> after) {
      before.filter(group -> !group.isEmpty()).forEach(group -> count(load, Group.of(group).unit(), 0));
      after.filter(group -> !group.isEmpty()).forEach(group -> count(load, Group.of(group).unit(), 1));
    }

    void functions(List<String> before, List<String> after) {
      before.forEach(each -> count(load, each, 0));
      after.forEach(each -> count(load, each, 1));
    }

    void alarms(List<String> before, List<String> after) {
      before.forEach(action -> count(alarms, action, 0));
      after.forEach(action -> count(alarms, action, 1));
    }

    void row(int number, String annotation, int hits) {
      rows.add(new ReplayLine(Kind.ROW, String.valueOf(number), annotation, "", hits, List.of()));
    }

    List<ReplayLine> list() {
      var list = new ArrayList<ReplayLine>();
      cases.forEach((line, behind) -> list.add(new ReplayLine(line.kind(), line.subject(), line.before(), line.after(),
          behind.size(), behind.stream().distinct().limit(ReplayLine.MOST_CASES).toList())));
      list.sort(Comparator.comparing(ReplayLine::kind)
          .thenComparing(Comparator.comparing(ReplayLine::count).reversed()));
      list.addAll(differing(load, Kind.LOAD));
      list.addAll(differing(alarms, Kind.ALARM));
      list.addAll(rows);
      return list;
    }

    private static List<ReplayLine> differing(TreeMap<String, int[]> counts, Kind kind) {
      return counts.entrySet().stream().filter(each -> each.getValue()[0] != each.getValue()[1])
          .map(each -> new ReplayLine(kind, each.getKey(), String.valueOf(each.getValue()[0]),
              String.valueOf(each.getValue()[1]), Math.abs(each.getValue()[1] - each.getValue()[0]), List.of()))
          .toList();
    }

    private static void count(Map<String, int[]> counts, String name, int side) {
      counts.computeIfAbsent(name, each -> new int[2])[side]++;
    }
  }
}
