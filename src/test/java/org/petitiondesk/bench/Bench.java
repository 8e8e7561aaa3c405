package org.petitiondesk.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The benchmarks: {@code ./mvnw -q -Pbench}, one alone with {@code -Dbench=name}. Never part of a test run. Every figure
 * is one line {@code BENCH <name> <value> <unit>}.
 */
public final class Bench {

  private static final Map<String, Measurement> ALL = new LinkedHashMap<>();

  static {
    ALL.put("first-view", new FirstViewBench());
    ALL.put("resident", new ResidentBench());
    ALL.put("start-fresh", new StartFreshBench());
    ALL.put("start-existing", new StartExistingBench());
    ALL.put("case-page", new CasePageBench(Databases::h2));
    ALL.put("cases-h2", new CasesBench(Databases::h2));
    ALL.put("cases-postgresql", new CasesBench(Databases::postgresql));
    ALL.put("inbox-h2", new InboxBench(Databases::h2));
    ALL.put("inbox-postgresql", new InboxBench(Databases::postgresql));
    ALL.put("inbox-page", new InboxPageBench());
    ALL.put("due", new DueBench());
    ALL.put("alarms", new AlarmsBench(Databases::h2));
    ALL.put("replay", new ReplayBench());
    ALL.put("designer-check", new DesignerCheckBench());
  }

  /** One benchmark. */
  interface Measurement {

    void run(String name) throws Exception;
  }

  private Bench() {}

  public static void main(String[] args) throws Exception {
    var wanted = args.length == 0 || args[0].isBlank() ? List.copyOf(ALL.keySet()) : List.of(args[0].split(","));
    for (var name : wanted) {
      var bench = ALL.get(name);
      if (bench == null) {
        System.err.println("There is no benchmark " + name + ", there are " + ALL.keySet());
        System.exit(2);
      }
      bench.run(name);
    }
    // The engines' own threads do not end by themselves.
    System.exit(0);
  }

  static void print(String name, double value, String unit) {
    System.out.println(String.format(Locale.ROOT, "BENCH %s %.2f %s", name, value, unit));
  }
}
