package org.petitiondesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.casefile.Registrations.ordinary;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class RegisterPageTests {

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private CaseFiles files;
  @Autowired
  private Accounts accounts;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private AuditTrail audit;

  @Test
  void theRegisterListsCasesAndLeadsToThem() {
    var marker = UUID.randomUUID().toString();
    var id = files.register(ordinary().title("<b>" + marker + "</b>").command(), accounts.actor("officer")).id();

    assertThat(mvc.get().uri("/register?text=" + marker + "&status=REGISTERED&kind=PETITION&from=2026-01-01&to=")
        .with(as("officer"))).hasStatusOk().bodyText().contains("href=\"/petitions/" + id + "\"")
        .contains("&lt;b&gt;" + marker).doesNotContain("<b>" + marker).contains("value=\"" + marker + "\"");
    assertThat(mvc.get().uri("/register?text=" + marker).with(as("housing.handler"))).hasStatusOk().bodyText()
        .doesNotContain(id.toString());
  }

  @Test
  void anAddressThatMakesNoSenseShowsTheWiderList() {
    assertThat(mvc.get().uri("/register?status=NONSENSE&from=yesterday&kind=x&unit=nowhere&territory=nowhere")
        .with(as("officer"))).hasStatusOk();
    assertThat(mvc.get().uri("/register?after=rubbish").with(as("officer"))).hasStatusOk();
    assertThat(mvc.get().uri("/register")).hasStatus3xxRedirection();
  }

  @Test
  void thereIsANextPageWithTheSameFilter() {
    var marker = UUID.randomUUID().toString();
    for (var i = 0; i <= RegisterList.PAGE_SIZE; i++) {
      files.register(ordinary().title(marker).command(), accounts.actor("officer"));
    }

    assertThat(mvc.get().uri("/register?text=" + marker).with(as("officer"))).hasStatusOk().bodyText()
        .containsPattern("href=\"/register\\?text=" + marker + "[^\"]*after=[0-9]+~[0-9a-f-]+\"");
  }

  @Test
  void whoWorksOnACaseFindsItByItsPetitionerAndOthersDoNot() {
    var marker = UUID.randomUUID().toString();
    var number = String.format("139%08d", Math.abs(marker.hashCode()) % 100_000_000);
    var name = "寻" + marker.substring(0, 8);
    var id = files.register(ordinary().title(marker).onlyPetitioners(new NewParty(PartyRole.PETITIONER,
        PartyKind.PERSON, name, "33010219850701432X", number, "", "", false, false)).command(),
        accounts.actor("officer")).id();
    var link = "href=\"/petitions/" + id + "\"";

    for (var text : List.of(name, number, "+86 " + number.substring(0, 3) + "-" + number.substring(3),
        "33010219850701432x", marker.substring(0, 8) + " " + marker.substring(20))) {
      assertThat(mvc.get().uri("/register").param("text", text).with(as("officer"))).as(text).hasStatusOk().bodyText()
          .contains(link);
    }
    for (var text : List.of(name, number, "33010219850701432X")) {
      assertThat(mvc.get().uri("/register").param("text", text).with(as("reviewer"))).as(text).hasStatusOk()
          .bodyText().doesNotContain(link);
    }
    assertThat(mvc.get().uri("/register").param("text", marker).with(as("reviewer"))).bodyText().contains(link);
  }

  @Test
  void aSearchByNumberIsOnRecordWithoutTheNumber() {
    var before = searches();

    mvc.get().uri("/register").param("text", "330102198507014321").with(as("officer2")).exchange();
    mvc.get().uri("/register").param("text", "路灯").with(as("officer2")).exchange();

    assertThat(searches()).hasSize(before.size() + 1);
    assertThat(searches().get(before.size()).actorId()).isEqualTo("officer2");
    assertThat(searches().toString()).doesNotContain("330102198507014321");
  }

  @Test
  void everyPageOfASearchForAPersonIsOnRecord() {
    var before = searches().size();

    assertThat(mvc.get().uri("/register?text=13800138000&after=x").with(as("officer"))).hasStatusOk();

    assertThat(searches()).hasSize(before + 1);
  }

  @Test
  void theListLeavesAsASheetInWhichNothingIsAFormula() throws Exception {
    var marker = UUID.randomUUID().toString();
    files.register(ordinary().title("=HYPERLINK(\"http://x\") " + marker).command(), accounts.actor("officer"));
    files.register(ordinary().title("普通,标题 " + marker).command(), accounts.actor("officer"));

    var answer = mvc.get().uri("/register.csv?text=" + marker).with(as("officer")).exchange();

    assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
    var sheet = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    assertThat(sheet).startsWith("\uFEFF\"登记编号\"").contains("\"'=HYPERLINK(\"\"http://x\"\") ", "\"普通,标题 ");
    assertThat(sheet.lines()).hasSize(3);
    assertThat(audit.of(AuditTrail.HOUSE)).extracting(AuditEntry::act).contains("register.exported");
    assertThat(mvc.get().uri("/register.csv").with(as("admin"))).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(mvc.get().uri("/register?text=" + marker).with(as("officer"))).bodyText()
        .contains("/register.csv?text=" + marker);
  }

  private List<AuditEntry> searches() {
    return audit.of(AuditTrail.HOUSE).stream().filter(entry -> entry.act().equals("register.searched-person")).toList();
  }

  private RequestPostProcessor as(String account) {
    return SecurityMockMvcRequestPostProcessors.user(users.loadUserByUsername(account));
  }
}
