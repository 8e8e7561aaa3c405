package org.petitiondesk.realinput;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.petitiondesk.DeskProcess;
import org.petitiondesk.demo.DemoOrganisation;

/**
 * Real messages through a freshly started server, over HTTP only: they enter by the public form and the API, the demo
 * officers work their lists until nothing is left, petitioners rate, and every petition is looked at in the end.
 *
 * <p>{@code ./mvnw -q -Preal-input -Dfile=FILE.csv -Drows=200}; the file has the columns {@code user_id}, {@code topic},
 * {@code text}. Prints one line {@code REAL …}; exits with 1 when a petition is not closed or the chain is broken.
 */
public final class RealInput {

  private static final List<String> PLACES = List.of("liuyin-guihua", "liuyin-yinxing", "wanghu-hepan", "wanghu-chenxi",
      "songling-songtao", "songling-qingshi", "linjiang");
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private final URI desk;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Visitor> staff = new TreeMap<>();
  private final List<Receipt> receipts = new ArrayList<>();

  /** What a petitioner holds in hand. */
  private record Receipt(String trackingCode, String secret) {}

  private RealInput(URI desk) {
    this.desk = desk;
  }

  public static void main(String[] arguments) throws Exception {
    var messages = Csv.read(Path.of(System.getProperty("file")), Integer.getInteger("rows", 200));
    var data = Files.createTempDirectory("petition-desk-real-input");
    var begin = Instant.now();
    boolean good;
    try (var server = DeskProcess.serve(data, "--petition-desk.intake.public-limit=0")) {
      good = new RealInput(server.address()).run(messages, begin);
    }
    System.exit(good ? 0 : 1);
  }

  private boolean run(List<Map<String, String>> messages, Instant begin) throws Exception {
    for (var i = 0; i < messages.size(); i++) {
      receipts.add(i % 2 == 0 ? lodgeOnThePublicForm(messages.get(i), i) : lodgeByProgram(messages.get(i), i));
    }
    var until = Instant.now().plus(PATIENCE);
    var rated = new HashMap<Receipt, Boolean>();
    while (closed() < receipts.size() && Instant.now().isBefore(until)) {
      var done = workAllLists();
      for (var receipt : receipts) {
        if (!rated.containsKey(receipt) && status(receipt).equals("DELIVERED")) {
          rate(receipt);
          rated.put(receipt, true);
        }
      }
      if (done == 0) {
        // Letters are sent by the job executor; nobody has anything to do until they are.
        TimeUnit.MILLISECONDS.sleep(500);
      }
    }
    var closed = closed();
    var letters = letters();
    var chain = chainVerifies();
    System.out.printf("REAL registered=%d closed=%d rated=%d letters=%d chain=%s seconds=%d%n", receipts.size(), closed,
        rated.size(), letters, chain ? "ok" : "broken", Duration.between(begin, Instant.now()).toSeconds());
    return closed == messages.size() && chain && letters >= closed;
  }

  private Receipt lodgeOnThePublicForm(Map<String, String> message, int number) throws Exception {
    var visitor = new Visitor(desk);
    var fields = new HashMap<>(Map.of("demandClass", "CLAIM", "territory", place(number), "title",
        title(message), "text", message.get("text").strip()));
    if (number % 6 == 0) {
      fields.put("anonymous", "true");
    } else {
      fields.put("name", "来信人" + message.get("user_id"));
      fields.put("email", message.get("user_id").toLowerCase() + "@linjiang.example");
      fields.put("electronicConsent", "true");
    }
    var receipt = visitor.submit(Visitor.form(visitor.open("/lodge"), "/lodge"), fields);
    return new Receipt(receipt.selectFirst("[data-tracking-code]").text().strip(),
        receipt.selectFirst("[data-secret]").text().strip());
  }

  private Receipt lodgeByProgram(Map<String, String> message, int number) throws Exception {
    var petitioner = Map.of("name", "来信人" + message.get("user_id"), "address", "云溪市临江区示例路" + number + "号",
        "representative", true);
    var body = json.writeValueAsString(Map.of("demandClass", "CLAIM", "territory", place(number), "title",
        title(message), "text", message.get("text").strip(), "petitioners", List.of(petitioner)));
    var answer = client.send(HttpRequest.newBuilder(desk.resolve("/api/v1/petitions"))
        .header("X-Api-Key", DemoOrganisation.API_KEY).header("Content-Type", "application/json")
        .header("Idempotency-Key", message.get("msg_id")).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
    var receipt = json.readTree(answer.body());
    return new Receipt(receipt.get("trackingCode").asText(), receipt.get("secret").asText());
  }

  /** Everybody who may have work does all of it once; returns how many items were done. */
  private int workAllLists() throws Exception {
    var done = 0;
    for (var account : accounts()) {
      done += workList(account);
    }
    return done;
  }

  private static List<String> accounts() {
    var accounts = new ArrayList<>(List.of("officer", "office.leader"));
    for (var unit : List.of("housing", "environment", "education", "labour", "urban_management", "transport", "health",
        "civil_affairs", "market", "land", "agriculture", "police", "liuyin", "wanghu", "songling")) {
      accounts.add(unit + ".handler");
      accounts.add(unit + ".leader");
    }
    return accounts;
  }

  private int workList(String account) throws Exception {
    var worker = worker(account);
    var done = 0;
    for (var page = worker.open("/inbox"); page != null; page = done < 1_000 ? next(worker, page) : null) {
      for (var item : page.select("a[href^=/inbox/items/]").eachAttr("href").stream()
          .filter(link -> link.matches("/inbox/items/[^/]+")).distinct().toList()) {
        work(worker, worker.open(item));
        done++;
      }
    }
    return done;
  }

  /** The list is shorter after the work, so the first page is the next one until it is empty. */
  private static Document next(Visitor worker, Document page) throws IOException, InterruptedException {
    return page.select("a[href^=/inbox/items/]").isEmpty() ? null : worker.open("/inbox");
  }

  /** Does what the form of an item asks for, as its page was prepared. */
  private void work(Visitor worker, Document page) throws Exception {
    var form = page.select("main form[method=post]").stream()
        .filter(each -> each.attr("action")
            .matches(".*/(screening|acceptance|handling|contribution|reply|approval|delivery|handover|repair)(\\?.*)?"))
        .findFirst().orElseThrow(() -> new IllegalStateException("No form on " + page.location()));
    var kind = form.attr("action").replaceAll("\\?.*", "").replaceAll(".*/", "");
    var fields = switch (kind) {
      case "screening" -> screening(form);
      case "acceptance" -> Map.of("accepted", "true", "leader", firstOption(form, "leader"));
      case "handling" -> Map.of("text", "已现场核实，并调取有关台账，与信访人核对了主要事实。", "last", "true");
      case "contribution" -> Map.of("text", "本单位已派人到场配合，意见如上。");
      case "reply" -> reply(form);
      case "approval" -> Map.of("approved", "true");
      case "handover" -> Map.of("method", "IN_PERSON", "on", LocalDate.now().toString(), "proof", "当面签收");
      default -> throw new IllegalStateException("Nobody expected " + kind + " at " + page.location());
    };
    worker.submit(Visitor.form(page, form.attr("action")), fields);
  }

  private static Map<String, String> screening(Element form) {
    var fields = new HashMap<String, String>();
    var verdict = form.select("[name=verdict][checked]").attr("value");
    if (verdict.equals("GUIDE")) {
      fields.put("reason", "诉求属于法律规定的其他途径，信访程序不能代替。");
      fields.put("competentBody", "有管辖权的机关、单位");
      fields.put("procedureTerm", "以该程序的法定期限为准");
    } else if (form.select("select[name=leadUnit] option[selected][value]:not([value=])").isEmpty()) {
      fields.put("leadUnit", "liuyin");
    }
    return fields;
  }

  private static Map<String, String> reply(Element form) {
    var fields = new HashMap<String, String>();
    for (var i = 0; !form.select("[name='answers[" + i + "].facts']").isEmpty(); i++) {
      fields.put("answers[" + i + "].facts", "经现场核实，信访人反映的主要情况属实。");
      fields.put("answers[" + i + "].basis", "《信访工作条例》第三十二条和行业现行管理规定。");
      fields.put("answers[" + i + "].outcome", i % 2 == 0 ? "SUPPORTED" : "EXPLAINED");
    }
    return fields;
  }

  private static String firstOption(Element form, String name) {
    var options = form.select("select[name=" + name + "] option[value]:not([value=])").eachAttr("value");
    return options.isEmpty() ? form.select("input[name=" + name + "]").attr("value") : options.get(0);
  }

  private void rate(Receipt receipt) throws Exception {
    var petitioner = new Visitor(desk);
    var page = petitioner.submit(Visitor.form(petitioner.open("/follow"), "/follow"),
        Map.of("code", receipt.trackingCode(), "secret", receipt.secret()));
    petitioner.submit(Visitor.form(page, "/follow/rating"),
        Map.of("solved", "YES", "unit", "SATISFIED", "office", "BASICALLY_SATISFIED", "comment", "谢谢。"));
  }

  private long closed() throws Exception {
    var closed = 0L;
    for (var receipt : receipts) {
      if (status(receipt).equals("CLOSED")) {
        closed++;
      }
    }
    return closed;
  }

  private String status(Receipt receipt) throws Exception {
    var answer = client.send(HttpRequest.newBuilder(desk.resolve("/api/v1/petitions/" + receipt.trackingCode()
        + "?secret=" + receipt.secret())).header("X-Api-Key", DemoOrganisation.API_KEY).build(),
        BodyHandlers.ofString());
    return json.readTree(answer.body()).path("status").asText();
  }

  /** Counts the outgoing messages page by page, as the office's leader sees them. */
  private int letters() throws Exception {
    var leader = worker("office.leader");
    var letters = 0;
    var path = "/notices";
    while (!path.isEmpty()) {
      var page = leader.open(path);
      letters += (int) page.select("a[href^=/notices/]").eachAttr("href").stream()
          .filter(link -> link.matches("/notices/[0-9a-f-]{36}")).distinct().count();
      path = page.select("a[rel=next]").attr("href");
    }
    return letters;
  }

  private boolean chainVerifies() throws Exception {
    var auditor = worker("auditor");
    var page = auditor.submit(Visitor.form(auditor.open("/audit"), "/audit/verification"), Map.of());
    return !page.select("[data-verdict=holds]").isEmpty();
  }

  private Visitor worker(String account) throws Exception {
    if (!staff.containsKey(account)) {
      staff.put(account, Visitor.loggedIn(desk, account, DemoOrganisation.PASSWORD));
    }
    return staff.get(account);
  }

  private static String place(int number) {
    return PLACES.get(number % PLACES.size());
  }

  private static String title(Map<String, String> message) {
    var topic = message.get("topic").strip();
    return topic.length() <= 200 ? topic : topic.substring(0, 200);
  }
}
