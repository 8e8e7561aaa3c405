package org.petitiondesk.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.Jsoup;
import org.petitiondesk.PetitionDesk;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.people.Accounts;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ten thousand cases whose reminder falls due at one moment: how many alarms a second the desk works off, with the mark
 * on the work item, the receivers, the audit entry and the next alarm, against empty timer jobs of the bare engine under
 * its stock job executor; and what a page takes meanwhile.
 */
class AlarmsBench implements Bench.Measurement {

  private static final int ALARMS = Integer.getInteger("bench.alarms", 10_000);
  private static final int CLIENTS = 4;
  private static final int VIEWS = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Function<Path, Databases> databases;

  AlarmsBench(Function<Path, Databases> databases) {
    this.databases = databases;
  }

  @Override
  public void run(String name) throws Exception {
    var folder = Files.createTempDirectory("petition-desk-bench");
    var both = databases.apply(folder);
    try {
      var ours = desk(name, both, folder);
      var theirs = new BareTimers(both.bare(), both.user(), both.password()).perSecond(ALARMS, CLIENTS);
      Bench.print(name + "-desk", ours, "alarms/s");
      Bench.print(name + "-bare", theirs, "timers/s");
      Bench.print(name, ours / theirs, "ratio");
    } finally {
      ClockUtil.reset();
      both.close().run();
      Folders.delete(folder);
    }
  }

  private double desk(String name, Databases both, Path folder) throws Exception {
    try (var desk = new SpringApplicationBuilder(PetitionDesk.class).profiles("demo").run("--server.port=0",
        "--petition-desk.data=" + folder, "--petition-desk.demo.cases=0", "--spring.datasource.url=" + both.desk(),
        "--spring.datasource.username=" + both.user(), "--spring.datasource.password=" + both.password(),
        "--spring.main.banner-mode=off", "--logging.level.root=error")) {
      var jdbc = desk.getBean(JdbcClient.class);
      var id = register(desk);
      var server = "http://localhost:" + desk.getEnvironment().getProperty("local.server.port");
      var browser = loggedIn(server, "officer");
      var pages = List.of(URI.create(server + "/inbox"), URI.create(server + "/petitions/" + id),
          URI.create(server + "/register"));
      views(browser, pages, VIEWS, () -> 0);
      var before = median(views(browser, pages, VIEWS, () -> 0));
      var due = jdbc.sql("select max(next_at) from clock_watch").query(Timestamp.class).single().toInstant();
      desk.getBean(MovableClock.class).setTo(due.plusSeconds(60));
      var begin = System.nanoTime();
      ClockUtil.setCurrentTime(Date.from(due.plusSeconds(60)));
      var meanwhile = views(browser, pages, Integer.MAX_VALUE,
          () -> ALARMS - jdbc.sql("select count(*) from clock_alarm").query(Long.class).single());
      var seconds = (System.nanoTime() - begin) / 1e9;
      Bench.print(name + "-page-before", before, "ms median");
      Bench.print(name + "-page-meanwhile", median(meanwhile), "ms median");
      Bench.print(name + "-page", median(meanwhile) / before, "ratio");
      return ALARMS / seconds;
    }
  }

  /** Views one page after another, so many times or until nothing is left; what each took, in milliseconds. */
  private static List<Double> views(HttpClient browser, List<URI> pages, int most, LongSupplier left)
      throws Exception {
    var taken = new ArrayList<Double>();
    var until = Instant.now().plus(PATIENCE);
    var wait = left.getAsLong();
    while (taken.size() < most && (most < Integer.MAX_VALUE || wait > 0)) {
      var begin = System.nanoTime();
      var answer = browser.send(HttpRequest.newBuilder(pages.get(taken.size() % pages.size())).build(),
          BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.uri() + " is answered " + answer.statusCode());
      }
      taken.add((System.nanoTime() - begin) / 1e6);
      wait = most < Integer.MAX_VALUE ? 0 : left.getAsLong();
      if (Instant.now().isAfter(until)) {
        throw new IllegalStateException(wait + " alarms did not go off");
      }
    }
    return taken;
  }

  private static double median(List<Double> taken) {
    var sorted = new ArrayList<>(taken);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  /** Registered on one day, their routing clocks remind at one moment. */
  private static CaseId register(ConfigurableApplicationContext desk) throws Exception {
    var cases = desk.getBean(CaseFiles.class);
    var officer = desk.getBean(Accounts.class).actor("officer");
    var today = Dates.today(desk.getBean(MovableClock.class));
    var pool = Executors.newFixedThreadPool(CLIENTS);
    try {
      var made = pool.invokeAll(IntStream.range(0, ALARMS).<Callable<CaseId>>mapToObj(n -> () -> cases.register(
          new RegisterCase(CaseKind.PETITION, Channel.VISIT, DemandClass.CLAIM, today, "xfj", "liuyin",
              "工地夜间施工扰民第" + n + "号", "柳荫街道三号工地夜间施工,噪声很大。", false,
              List.of(new NewParty(PartyRole.PETITIONER, PartyKind.PERSON, "市民" + n, "",
                  "139" + String.format("%08d", n), "", "", false, false)),
              List.of("停止夜间施工"), List.of()),
          officer).id()).toList());
      for (var each : made) {
        each.get();
      }
      return made.get(0).get();
    } finally {
      pool.shutdown();
    }
  }

  private static HttpClient loggedIn(String server, String account) throws Exception {
    var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    var login = browser.send(HttpRequest.newBuilder(URI.create(server + "/login")).build(), BodyHandlers.ofString());
    var token = Jsoup.parse(login.body()).select("input[name=_csrf]").first().val();
    browser.send(HttpRequest.newBuilder(URI.create(server + "/login"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("username=" + account + "&password=petition-desk&_csrf="
            + URLEncoder.encode(token, StandardCharsets.UTF_8)))
        .build(), BodyHandlers.discarding());
    return browser;
  }
}
