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
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.petitiondesk.PetitionDesk;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.AcceptPetition;
import org.petitiondesk.petition.AssignmentService;
import org.petitiondesk.petition.HandlingService;
import org.petitiondesk.petition.ScreenPetition;
import org.petitiondesk.petition.ScreeningService;
import org.petitiondesk.petition.ScreeningVerdict;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The case page of a matter with 500 entries in its timeline, asked for by its handling officer over HTTP on this machine,
 * one request after another: what the server needs to make the whole page, session and audit entry included.
 */
class CasePageBench implements Bench.Measurement {

  private static final int ENTRIES = 500;
  private static final int WARM_UP = 300;
  private static final int REQUESTS = 300;
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final Function<Path, Databases> databases;

  CasePageBench(Function<Path, Databases> databases) {
    this.databases = databases;
  }

  @Override
  public void run(String name) throws Exception {
    var folder = Files.createTempDirectory("petition-desk-bench");
    var database = databases.apply(folder);
    try (var desk = new SpringApplicationBuilder(PetitionDesk.class).profiles("demo").run("--server.port=0",
        "--petition-desk.data=" + folder, "--petition-desk.demo.cases=0", "--spring.datasource.url=" + database.desk(),
        "--spring.datasource.username=" + database.user(), "--spring.datasource.password=" + database.password(),
        "--spring.main.banner-mode=off", "--logging.level.root=error")) {
      var id = longMatter(desk);
      var server = "http://localhost:" + desk.getEnvironment().getProperty("local.server.port");
      var browser = loggedIn(server, "urban_management.handler");
      var page = URI.create(server + "/petitions/" + id);
      for (var i = 0; i < WARM_UP; i++) {
        milliseconds(browser, page);
      }
      var taken = new ArrayList<Double>();
      for (var i = 0; i < REQUESTS; i++) {
        taken.add(milliseconds(browser, page));
      }
      Collections.sort(taken);
      Bench.print(name + "-p50", taken.get(REQUESTS / 2), "ms");
      Bench.print(name, taken.get(REQUESTS * 95 / 100), "ms p95");
    } finally {
      database.close().run();
      Folders.delete(folder);
    }
  }

  /** Notes, files, and an item that is taken and put back until the timeline is long enough. */
  private static CaseId longMatter(ConfigurableApplicationContext desk) {
    var accounts = desk.getBean(Accounts.class);
    var processes = desk.getBean(Processes.class);
    var audit = desk.getBean(AuditTrail.class);
    var handling = desk.getBean(HandlingService.class);
    var officer = accounts.actor("officer");
    var handler = accounts.actor("urban_management.handler");
    var id = desk.getBean(CaseFiles.class).register(new RegisterCase(CaseKind.PETITION, Channel.VISIT,
        DemandClass.CLAIM, Dates.today(desk.getBean(Clock.class)), "xfj", "liuyin", "工地夜间施工扰民",
        "柳荫街道三号工地近一个月夜间十一点以后仍在施工,噪声很大。".repeat(20), false,
        List.of(new NewParty(PartyRole.PETITIONER, PartyKind.PERSON, "市民", "", "13900000000", "", "", false, false)),
        List.of("停止夜间施工", "公布处理结果"), List.of()), officer).id();
    desk.getBean(ScreeningService.class).screen(new ScreenPetition(id, item(processes, id, "user_screen"),
        ScreeningVerdict.ACCEPT, "urban", DemandClass.CLAIM, 6, Urgency.NORMAL, false, List.of("停止夜间施工"),
        "urban_management", List.of(), "", "", "", Optional.empty()), officer);
    desk.getBean(AssignmentService.class).accept(new AcceptPetition(id, item(processes, id, "user_accept"),
        "urban_management.leader"), handler);
    var handle = item(processes, id, "user_handle");
    for (var i = 0; i < 30; i++) {
      handling.note(id, handle, "第" + i + "次现场查看,夜间十一点后仍有混凝土浇筑。",
          List.of(new Upload("现场笔录" + i + ".txt", ("现场笔录" + i).getBytes(StandardCharsets.UTF_8))), handler);
    }
    var paper = item(processes, id, "user_hand_over_letter");
    while (audit.count(id) < ENTRIES) {
      processes.claim(paper, handler);
      processes.release(paper, handler);
    }
    return id;
  }

  private static String item(Processes processes, CaseId id, String key) {
    return processes.openTasks(id).stream().filter(task -> task.key().equals(key)).findFirst().orElseThrow().id();
  }

  private static HttpClient loggedIn(String server, String account) throws Exception {
    var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    var form = browser.send(HttpRequest.newBuilder(URI.create(server + "/login")).build(), BodyHandlers.ofString());
    var token = TOKEN.matcher(form.body());
    if (!token.find()) {
      throw new IllegalStateException("The log-in page has no form");
    }
    browser.send(HttpRequest.newBuilder(URI.create(server + "/login"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("username=" + account + "&password=petition-desk&_csrf="
            + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
        .build(), BodyHandlers.discarding());
    return browser;
  }

  private static double milliseconds(HttpClient browser, URI page) throws Exception {
    var begin = System.nanoTime();
    var answer = browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    var end = System.nanoTime();
    if (answer.statusCode() != 200 || !answer.body().contains("id=\"timeline\"")) {
      throw new IllegalStateException("No case page: " + answer.statusCode());
    }
    return (end - begin) / 1e6;
  }
}
