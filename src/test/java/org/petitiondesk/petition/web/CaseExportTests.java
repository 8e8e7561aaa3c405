package org.petitiondesk.petition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.petition.web.Clerks.HANDLER;
import static org.petitiondesk.petition.web.Clerks.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.Anchors;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The case file on paper and as a ZIP, whose proof is checked here without the desk's own code. */
@DeskTest
class CaseExportTests {

  @Autowired
  private ApplicationContext context;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private Anchors anchors;

  private final ObjectMapper json = new ObjectMapper();
  private Clerks clerks;

  @BeforeEach
  void callClerks() {
    clerks = new Clerks(context);
  }

  @Test
  void theCaseFileHoldsEverythingAndThatItWasReadIsOnRecord() {
    var id = clerks.delivered(Registrations.ordinary().attachment("照片<b>.txt", utf8("楼下餐馆的照片说明")));

    var file = Clerks.whole(clerks.get(OFFICER, "/petitions/" + id + "/file"));

    assertThat(file).contains("案卷", "目录", "href=\"#file-letters\"", "张秋月", "330102198507014321", "处理意见书",
        "照片&lt;b&gt;.txt", "餐馆未安装油烟净化设备", "SHA-256", "起算", "全部留痕").doesNotContain("照片<b>");
    assertThat(acts(id)).contains("file.viewed");
    assertThat(Clerks.whole(clerks.get(OFFICER, "/petitions/" + id + "/file?lang=en"))).contains("Contents");
  }

  @Test
  void whoDoesNotWorkOnTheCaseReadsItMaskedAndTakesNothingOut() {
    var id = clerks.delivered(Registrations.ordinary());

    var file = Clerks.whole(clerks.get("reviewer", "/petitions/" + id + "/file"));
    assertThat(file).contains("张**", "已作遮盖").doesNotContain("张秋月", "330102198507014321", "letter-words",
        "/file.zip");
    assertThat(clerks.get("reviewer", "/petitions/" + id + "/file.zip")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(clerks.get("housing.handler2", "/petitions/" + id + "/file.zip")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(clerks.get("health.leader", "/petitions/" + id + "/file.zip")).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(clerks.get("auditor", "/petitions/" + id + "/file.zip")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(acts(id)).doesNotContain("file.exported");
  }

  @Test
  void theExportedProofHoldsWithoutTheDesk() throws Exception {
    var id = clerks.delivered(Registrations.ordinary().title("=1+1 油烟").attachment("../../坏\"名:字.txt",
        utf8("楼下餐馆油烟直排，夜里十二点还有噪音。")));
    anchors.make();
    assertThat(clerks.get(HANDLER, "/petitions/" + id + "/file.zip")).hasStatusOk();

    var answer = clerks.get(OFFICER, "/petitions/" + id + "/file.zip");

    assertThat(answer).hasStatusOk().hasContentType("application/zip");
    var files = unzipped(answer);
    assertThat(files.keySet()).allMatch(path -> path.matches("(documents/|letters/|audit/)?[^/\\\\:*?\"<>|]+"))
        .anyMatch(path -> path.startsWith("documents/001 .._.._坏_名_字")).anyMatch(path -> path.startsWith("letters/"))
        .contains("index.html", "timeline.csv", "timeline.json", "audit/verify.py", "manifest.json");
    assertThat(text(files, "index.html")).contains("张秋月", "处理意见书").doesNotContain("<script", "??");
    assertThat(text(files, "timeline.csv")).startsWith("\uFEFF\"").doesNotContainPattern("(^|,)\"[=+@-]");
    manifestHolds(files);
    assertThat(chainHolds(json.readTree(files.get("audit/chain.json")))).isTrue();
    assertThat(acts(id)).contains("file.exported");
  }

  @Test
  void aChangedEntryIsFoundInTheExport() throws Exception {
    var id = clerks.registered(Registrations.ordinary());
    var chain = text(unzipped(clerks.get(OFFICER, "/petitions/" + id + "/file.zip")), "audit/chain.json");

    assertThat(chainHolds(json.readTree(chain))).isTrue();
    assertThat(chainHolds(json.readTree(chain.replace("case.registered", "case.invented")))).isFalse();
    assertThat(chainHolds(json.readTree(chain.replace("VISIT", "PHONE")))).isFalse();
  }

  private void manifestHolds(Map<String, byte[]> files) throws Exception {
    var listed = new LinkedHashMap<String, String>();
    json.readTree(files.get("manifest.json")).get("files").properties()
        .forEach(field -> listed.put(field.getKey(), field.getValue().asText()));
    assertThat(listed.keySet()).containsExactlyInAnyOrderElementsOf(
        files.keySet().stream().filter(path -> !path.equals("manifest.json")).toList());
    for (var entry : listed.entrySet()) {
      assertThat(sha256(files.get(entry.getKey()))).as(entry.getKey()).isEqualTo(entry.getValue());
    }
  }

  /** As HOW-TO-VERIFY.txt says it. */
  private boolean chainHolds(JsonNode chain) throws Exception {
    var previous = "";
    var number = 0;
    var heads = new LinkedHashMap<String, String>();
    for (var entry : chain.get("entries")) {
      number++;
      var hashed = "[" + quoted(chain.get("chain").asText()) + "," + entry.get("seq").asLong() + ","
          + Instant.parse(entry.get("at").asText()).toEpochMilli() + "," + quoted(entry.get("actorId").asText()) + ","
          + quoted(entry.get("actorName").asText()) + "," + quoted(entry.get("act").asText()) + ","
          + quoted(entry.get("details").asText()) + "," + quoted(previous) + "]";
      if (entry.get("seq").asLong() != number || !entry.get("previous").asText().equals(previous)
          || !sha256(utf8(hashed)).equals(entry.get("hash").asText())) {
        return false;
      }
      previous = entry.get("hash").asText();
      heads.put(chain.get("chain").asText() + " " + number, previous);
    }
    for (var anchor : chain.get("anchors")) {
      var sealed = new StringBuilder(anchor.get("previous").asText() + "\n" + anchor.get("number").asLong() + "\n"
          + anchor.get("day").asText());
      for (var head : anchor.get("heads")) {
        sealed.append('\n').append(head.asText());
        var parts = head.asText().split(" ");
        var ours = heads.get(parts[0] + " " + parts[1]);
        if (ours != null && !ours.equals(parts[2])) {
          return false;
        }
      }
      if (!sha256(utf8(sealed.toString())).equals(anchor.get("root").asText())) {
        return false;
      }
    }
    return number > 0;
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.chars().forEach(c -> {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append((char) c);
      } else if (c < 0x20 || c == 0x7f) {
        quoted.append(String.format("\\u%04x", c));
      } else {
        quoted.append((char) c);
      }
    });
    return quoted.append('"').toString();
  }

  private static Map<String, byte[]> unzipped(MvcTestResult answer) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(AuditEntry::act).toList();
  }

  private static String text(Map<String, byte[]> files, String path) {
    return new String(files.get(path), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
