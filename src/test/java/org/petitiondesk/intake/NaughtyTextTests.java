package org.petitiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Party;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.demo.DemoOrganisation;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.unbescape.html.HtmlEscape;

/** Every text field of every channel takes every text, keeps it unchanged and shows it without running it. */
@DeskTest
class NaughtyTextTests {

  private static final List<String> OWN = List.of("<script>alert('信访')</script>", "'; drop table case_file; --",
      "${7*7} #{7*7} *{7*7} __${7*7}__ [[${7*7}]]", "{0} {1,number} ''", "a,b,c", " 前后有空格 ", "\n开头换行",
      "制表\t符\r\n换行", "😀👩‍👩‍👧 𠮷野家", "\u202e右到左\u202c", "\ufeff零宽\u200b", "%s %d %n \\u0000", "null", "0", "-1",
      "true",
      "&lt;已转义&gt; &amp;", "\u0001\u0008控制", "=cmd|'/C calc'!A0", "../../etc/passwd", "Ｆｕｌｌ　ｗｉｄｔｈ", "ﷺ̷̨̛");

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private CaseFiles files;
  @Autowired
  private ObjectMapper json;

  private IntakeDesk desk;

  @BeforeEach
  void openTheDesk() {
    desk = new IntakeDesk(mvc, users);
  }

  @Test
  void ourOwnNaughtyTextsAreKeptAndShownUnchanged() throws Exception {
    for (var text : OWN) {
      throughTheCounter(text);
      throughThePublicForm(text);
      throughTheApi(text);
    }
  }

  @Test
  void theListOfNaughtyStringsIsKeptAndShownUnchanged() throws Exception {
    var list = Path.of(System.getProperty("shared.dir", "../shared"), "data/attack/blns.json");
    assumeThat(list).as("%s is not here; the own list has been tried", list).exists();
    var texts = json.readValue(Files.readString(list), String[].class);

    assertThat(texts).hasSizeGreaterThan(500);
    for (var i = 0; i < texts.length; i++) {
      // Each text goes through every field of one channel, in turn; through those of all three with -Dnaughty.all=true.
      if (Boolean.getBoolean("naughty.all") || i % 3 == 0) {
        throughTheCounter(texts[i]);
      }
      if (Boolean.getBoolean("naughty.all") || i % 3 == 1) {
        throughThePublicForm(texts[i]);
      }
      if (Boolean.getBoolean("naughty.all") || i % 3 == 2) {
        throughTheApi(texts[i]);
      }
    }
  }

  private void throughTheCounter(String text) {
    var form = IntakeDesk.counter();
    for (var field : List.of("title", "text", "petitioners[0].name", "petitioners[0].identityNumber",
        "petitioners[0].phone", "petitioners[0].email", "petitioners[0].address", "respondents[0].name",
        "demandPoints[0].text")) {
      form.put(field, text);
    }
    form.put("territory", "nowhere");
    var again = desk.register("officer", form);
    assertThat(again).hasStatus(422);
    if (!text.isEmpty()) {
      assertThat(shown(again.getResponse().getContentAsByteArray())).contains(HtmlEscape.escapeHtml4Xml(text));
    }
    form.put("territory", "liuyin");
    if (text.isBlank()) {
      assertThat(desk.register("officer", form)).hasStatus(422);
      return;
    }
    assertKept(IntakeDesk.registered(desk.register("officer", form)), text);
  }

  private void throughThePublicForm(String text) {
    var form = IntakeDesk.lodge();
    for (var field : List.of("title", "text", "name", "identityNumber", "phone", "email", "address", "respondent",
        "demand")) {
      form.put(field, text);
    }
    form.put("territory", "nowhere");
    var again = desk.lodge(form);
    assertThat(again).hasStatus(422);
    if (!text.isEmpty()) {
      assertThat(shown(again.getResponse().getContentAsByteArray())).contains(HtmlEscape.escapeHtml4Xml(text));
    }
    form.put("territory", "liuyin");
    if (text.isBlank()) {
      assertThat(desk.lodge(form)).hasStatus(422);
      return;
    }
    assertKept(IntakeDesk.registered(desk.lodge(form)), text);
  }

  private void throughTheApi(String text) throws Exception {
    var body = Map.of("demandClass", "CLAIM", "territory", "liuyin", "title", text, "text", text, "petitioners",
        List.of(Map.of("name", text, "identityNumber", text, "phone", text, "email", text, "address", text)),
        "respondents", List.of(Map.of("name", text)), "demandPoints", List.of(text));
    var result = mvc.post().uri("/api/v1/petitions").header("X-Api-Key", DemoOrganisation.API_KEY)
        .contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body)).exchange();
    if (text.isBlank()) {
      assertThat(result).hasStatus(422);
      return;
    }
    assertThat(result).hasStatus(201);
    var receipt = json.readTree(result.getResponse().getContentAsByteArray());
    assertKept(
        files.track(receipt.get("trackingCode").asText(), receipt.get("secret").asText(), Actor.PUBLIC).orElseThrow(),
        text);
  }

  private void assertKept(CaseId id, String text) {
    assertThat(files.get(id).title()).isEqualTo(text);
    assertThat(files.get(id).text()).isEqualTo(text);
    assertThat(files.points(id).get(0).text()).isEqualTo(text);
    assertThat(files.parties(id)).extracting(Party::name).containsOnly(text).hasSize(2);
    assertThat(files.parties(id)).filteredOn(party -> party.role() == PartyRole.PETITIONER).singleElement()
        .satisfies(party -> assertThat(List.of(party.identityNumber(), party.phone(), party.email(), party.address()))
            .containsOnly(text));
  }

  private static String shown(byte[] page) {
    return new String(page, StandardCharsets.UTF_8);
  }
}
