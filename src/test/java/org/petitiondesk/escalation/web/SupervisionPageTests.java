package org.petitiondesk.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.escalation.EscalationSupervision.TIMER_ANSWER_OVERDUE;
import static org.petitiondesk.escalation.EscalationSupervision.USER_ANSWER;
import static org.petitiondesk.escalation.EscalationSupervision.USER_INSTRUCT;
import static org.petitiondesk.escalation.EscalationSupervision.USER_REVIEW;
import static org.petitiondesk.escalation.SupervisedCases.UNIT;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.petitiondesk.DeskTest;
import org.petitiondesk.escalation.Supervision;
import org.petitiondesk.escalation.SupervisedCases;
import org.petitiondesk.escalation.SupervisionId;
import org.petitiondesk.escalation.SupervisionKind;
import org.petitiondesk.escalation.SupervisionState;
import org.petitiondesk.escalation.Supervisions;
import org.petitiondesk.web.Spreadsheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.unbescape.html.HtmlEscape;

/** Supervision in the browser: the forms, what they refuse, the register and its sheet. */
@DeskTest
class SupervisionPageTests {

  @Autowired
  MockMvcTester mvc;
  @Autowired
  UserDetailsService users;
  @Autowired
  Supervisions supervisions;
  @Autowired
  SupervisedCases desk;

  @Test
  void theOfficeOpensOneAndTheUnitAnswersAndTheOfficeCloses() {
    var caseId = desk.led(UNIT);
    assertThat(get("officer", "/cases/" + caseId + "/supervision")).hasStatusOk().bodyText().contains("没有督办或建议",
        "/cases/" + caseId + "/supervision/new");

    assertThat(post("officer", "/cases/" + caseId + "/supervision/new", opening())).hasStatus(HttpStatus.SEE_OTHER)
        .hasRedirectedUrl("/cases/" + caseId + "/supervision");
    var opened = supervisions.of(caseId, desk.actor("officer")).get(0);
    var answer = desk.item(opened.id(), caseId, USER_ANSWER).id();
    var feedback = "/supervision/" + opened.id() + "/feedback";
    assertThat(get("education.handler", feedback + "?item=" + answer)).hasStatusOk().bodyText()
        .contains("签收", "&lt;b&gt;清理校门口").doesNotContain("<b>清理", "??");

    assertThat(post("education.handler", "/supervision/" + opened.id() + "/acknowledgement", Map.of("item", answer)))
        .hasStatus(HttpStatus.SEE_OTHER);
    assertThat(post("education.handler", "/supervision/" + opened.id() + "/acknowledgement", Map.of("item", answer)))
        .hasStatus(HttpStatus.CONFLICT).bodyText().contains("签收");
    assertThat(upload("education.handler", feedback, Map.of("item", answer, "words", "已清理"))).hasStatus(
        HttpStatus.SEE_OTHER).hasRedirectedUrl("/supervision/" + opened.id());
    assertThat(upload("education.handler", feedback, Map.of("item", answer, "words", "再发一次"))).hasStatus(
        HttpStatus.CONFLICT);

    var verdict = desk.item(opened.id(), caseId, USER_REVIEW).id();
    assertThat(post("officer", "/supervision/" + opened.id() + "/verdict",
        Map.of("item", verdict, "verdict", "DONE", "words", ""))).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(get("officer", "/supervision/" + opened.id())).hasStatusOk().bodyText().contains("已销号", "已落实", "已清理",
        "现场.txt").doesNotContain("??");
  }

  @Test
  void aFormThatIsNotInOrderComesBackWithWhatWasTyped() {
    var caseId = desk.led(UNIT);
    var address = "/cases/" + caseId + "/supervision/new";

    assertThat(post("officer", address, with(opening(), "demand", " "))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
        .bodyText().contains("请写明督办要求", "拖延不办");
    assertThat(post("officer", address, with(opening(), "until", "2020-01-01")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("反馈期限不能早于今天");
    assertThat(post("officer", address, with(opening(), "kind", ""))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
        .bodyText().contains("请选择督办方式");
    assertThat(post("officer", address, with(opening(), "kind", "LISTED")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("挂牌督办由负责人决定");
    assertThat(post("officer", address, with(opening(), "unit", ""))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post("officer", address, with(opening(), "unit", "nowhere"))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
        .bodyText().contains("没有承办这件信访事项");
    assertThat(supervisions.of(caseId, desk.actor("officer"))).isEmpty();
  }

  @Test
  void whoMayNotOpenOneIsNotShownTheFormAndOthersDoNotLearnOfTheCase() {
    var caseId = desk.led(UNIT);

    assertThat(get("education.leader", "/cases/" + caseId + "/supervision/new")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(get("education.leader", "/cases/" + caseId + "/supervision")).hasStatusOk().bodyText()
        .doesNotContain("supervision/new");
    assertThat(get("housing.leader", "/cases/" + caseId + "/supervision/new")).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(get("auditor", "/supervision")).hasStatus(HttpStatus.FORBIDDEN);
  }

  @Test
  void aStalePageAndAForeignItemChangeNothing() {
    var caseId = desk.led(UNIT);
    var id = desk.open(caseId, SupervisionKind.WRITTEN);
    var other = desk.open(caseId, SupervisionKind.TALK);
    var item = desk.item(id, caseId, USER_ANSWER).id();

    assertThat(upload("education.handler", "/supervision/" + other + "/feedback", Map.of("item", item, "words", "甲")))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(get("education.handler", "/supervision/" + id + "/verdict?item=" + item))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(upload("housing.handler", "/supervision/" + id + "/feedback", Map.of("item", item, "words", "甲")))
        .hasStatus(HttpStatus.FORBIDDEN);
    assertThat(get("officer", "/supervision/not-a-number")).hasStatus(HttpStatus.BAD_REQUEST);
    assertThat(supervision(id).state()).isEqualTo(SupervisionState.WAITING);
  }

  @Test
  void theLeaderAboveInstructsAndTheOpenerMayEnd() {
    var caseId = desk.led(UNIT);
    var id = desk.open(caseId, SupervisionKind.WRITTEN);
    desk.fire(caseId, TIMER_ANSWER_OVERDUE);
    var item = desk.item(id, caseId, USER_INSTRUCT).id();
    var address = "/supervision/" + id + "/instruction";

    assertThat(get("office.leader", address + "?item=" + item)).hasStatusOk().bodyText().doesNotContain("??");
    assertThat(post("office.leader", address, Map.of("item", item, "words", "")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post("office.leader", address, Map.of("item", item, "words", "请今天反馈")))
        .hasStatus(HttpStatus.SEE_OTHER);
    assertThat(get("education.handler", "/supervision/" + id)).hasStatusOk().bodyText().contains("请今天反馈");

    assertThat(post("officer", "/supervision/" + id + "/ending", Map.of("verdict", "NOT_DONE", "words", "")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post("officer", "/supervision/" + id + "/ending", Map.of("verdict", "SEND_BACK", "words", "甲")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post("officer", "/supervision/" + id + "/ending", Map.of("verdict", "NOT_DONE", "words", "职责已划转")))
        .hasStatus(HttpStatus.SEE_OTHER);
    assertThat(get("officer", "/supervision/" + id + "/ending")).hasStatus(HttpStatus.FORBIDDEN);
  }

  @Test
  void theNoticeIsPrintedAsItWasServed() {
    var caseId = desk.led(UNIT);
    var id = desk.open(caseId, SupervisionKind.WRITTEN);

    assertThat(get("education.handler", "/supervision/" + id + "/notice?lang=en")).hasStatusOk().bodyText()
        .contains("督办通知书", supervision(id).number(), "data-print");
  }

  @Test
  void theRegisterShowsTheLightInWordsAndAnAddressThatMakesNoSenseShowsTheWiderList() {
    var marker = "灯" + System.nanoTime();
    desk.open(desk.led(UNIT, marker), SupervisionKind.WRITTEN);

    assertThat(get("officer", "/supervision?text=" + marker)).hasStatusOk().bodyText()
        .contains("data-light=\"IN_TIME\"", "期限内", marker).doesNotContain("??");
    assertThat(get("officer", "/supervision?text=" + marker + "&light=LATE")).hasStatusOk().bodyText()
        .contains("没有符合条件的督办件");
    assertThat(get("officer", "/supervision?light=NONSENSE&from=yesterday&kind=x&after=rubbish")).hasStatusOk();
    assertThat(get("housing.leader", "/supervision?text=" + marker)).bodyText().doesNotContain("data-supervision");
  }

  @Test
  void theSheetIsASpreadsheetWithoutFormulas(@TempDir Path folder) throws IOException {
    var marker = "表" + System.nanoTime();
    var caseId = desk.led(UNIT, marker);
    supervisions.open(caseId, UNIT, SupervisionKind.WRITTEN, "=HYPERLINK(\"http://x\")\u0007", LocalDate.of(2027, 3, 1),
        "原因", desk.actor("officer"));

    var sheet = get("officer", "/supervision.xlsx?text=" + marker);
    assertThat(sheet).hasStatusOk().hasContentType(Spreadsheet.TYPE);
    assertThat(sheet.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION)).contains("supervision.xlsx");
    var parts = unzip(Files.write(folder.resolve("sheet.xlsx"), sheet.getResponse().getContentAsByteArray()));
    assertThat(parts).containsKeys("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml");
    assertThat(parts.get("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    assertThat(HtmlEscape.unescapeHtml(String.join("", parts.values()))).contains("=HYPERLINK", marker, "书面催办")
        .doesNotContain("\u0007");
    assertThat(get("education.handler", "/supervision.xlsx")).hasStatus(HttpStatus.FORBIDDEN);
  }

  private Supervision supervision(SupervisionId id) {
    return supervisions.get(id, desk.actor("officer"));
  }

  private static Map<String, String> opening() {
    return Map.of("unit", UNIT, "kind", "WRITTEN", "demand", "<b>清理校门口", "reason", "拖延不办", "until", "");
  }

  private static Map<String, String> with(Map<String, String> form, String name, String value) {
    var changed = new HashMap<>(form);
    changed.put(name, value);
    return changed;
  }

  private MvcTestResult get(String account, String path) {
    return mvc.get().uri(path).with(user(users.loadUserByUsername(account))).exchange();
  }

  private MvcTestResult post(String account, String path, Map<String, String> form) {
    var request = mvc.post().uri(path);
    form.forEach(request::param);
    return request.with(csrf()).with(user(users.loadUserByUsername(account))).exchange();
  }

  private MvcTestResult upload(String account, String path, Map<String, String> form) {
    var request = mvc.post().uri(path).multipart()
        .file(new MockMultipartFile("files", "现场.txt", "text/plain", "现场照片说明".getBytes(StandardCharsets.UTF_8)));
    form.forEach(request::param);
    return request.with(csrf()).with(user(users.loadUserByUsername(account))).exchange();
  }

  private static Map<String, String> unzip(Path file) throws IOException {
    var parts = new HashMap<String, String>();
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }
}
