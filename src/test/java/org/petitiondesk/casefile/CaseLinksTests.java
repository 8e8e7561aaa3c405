package org.petitiondesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.petitiondesk.casefile.Registrations.ordinary;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Cases that belong together: who may say so, and who learns of it. */
@DeskTest
class CaseLinksTests {

  @Autowired
  private CaseFiles files;
  @Autowired
  private CaseLinks links;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;

  @Test
  void aLinkIsSeenFromBothEndsAndOnRecordOfBoth() {
    var id = registered(ordinary());
    var other = registered(ordinary());

    links.link(id, other, LinkKind.REPEAT, "同一餐馆", officer());

    assertThat(links.of(id, officer())).singleElement().satisfies(link -> {
      assertThat(link.other().id()).isEqualTo(other);
      assertThat(link.forward()).isTrue();
      assertThat(link.reason()).isEqualTo("同一餐馆");
      assertThat(link.by()).isEqualTo("officer");
    });
    assertThat(links.of(other, officer())).singleElement().extracting(CaseLink::forward).isEqualTo(false);
    assertThat(acts(id)).contains("case.linked");
    assertThat(acts(other)).contains("case.linked");

    links.unlink(other, id, "看错了", officer());
    links.unlink(other, id, "看错了", officer());

    assertThat(links.of(id, officer())).isEmpty();
    assertThat(acts(id)).filteredOn("case.unlinked"::equals).hasSize(1);
  }

  @Test
  void aLinkNeedsWorkOnTheCaseSightOfTheOtherAndAReason() {
    var id = registered(ordinary());
    var other = registered(ordinary());
    var report = registered(ordinary().against(PartyKind.PERSON, "某科长"));

    assertThatThrownBy(() -> links.link(id, other, LinkKind.RELATED, "", officer())).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> links.link(id, id, LinkKind.RELATED, "自己", officer())).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> links.link(id, other, LinkKind.MERGED, "合并", officer())).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> links.link(id, report, LinkKind.RELATED, "控告", officer())).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> links.link(id, report, LinkKind.RELATED, "控告", accounts.actor("officer2")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> links.link(id, other, LinkKind.RELATED, "看看", accounts.actor("reviewer")))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> links.link(id, other, LinkKind.RELATED, "看看", accounts.actor("housing.handler")))
        .isInstanceOf(NotFound.class);
    links.link(id, other, LinkKind.RELATED, "同一栋楼", officer());
    assertThatThrownBy(() -> links.link(other, id, LinkKind.REPEAT, "再来一次", officer()))
        .isInstanceOf(Refused.class);
    assertThat(links.of(id, officer())).hasSize(1);
  }

  @Test
  void aLinkTellsNobodyOfACaseThatHeMayNotSee() {
    var id = registered(ordinary());
    var other = registered(ordinary());
    files.assigned(id, "housing", List.of(), officer());
    links.link(id, other, LinkKind.RELATED, "同一栋楼", officer());

    assertThat(links.of(id, accounts.actor("housing.handler"))).isEmpty();
    assertThat(links.of(id, accounts.actor("admin"))).isEmpty();
  }

  @Test
  void theChainOfAReportTellsNothingOfTheOtherReport() {
    var id = registered(ordinary().against(PartyKind.PERSON, "某科长"));
    var other = registered(ordinary().against(PartyKind.PERSON, "某处长"));
    var third = registered(ordinary().against(PartyKind.PERSON, "某主任"));

    links.link(id, other, LinkKind.RELATED, "同一批礼品", officer());
    files.mergeInto(third, id, officer());

    assertThat(links.of(id, officer())).hasSize(2);
    assertThat(acts(id)).contains("case.linked", "case.joined");
    for (var one : List.of(id, other, third)) {
      var others = List.of(id, other, third).stream().filter(it -> !it.equals(one)).map(it -> files.get(it).code());
      assertThat(others).noneMatch(audit.of(one).toString()::contains);
      assertThat(audit.of(one).toString()).doesNotContain("礼品");
    }
  }

  @Test
  void aMergerIsALinkThatStays() {
    var id = registered(ordinary());
    var target = registered(ordinary());
    files.mergeInto(id, target, officer());

    assertThat(links.of(target, officer())).singleElement().extracting(CaseLink::kind).isEqualTo(LinkKind.MERGED);
    assertThatThrownBy(() -> links.unlink(target, id, "不想要", officer())).isInstanceOf(Refused.class);
  }

  @Test
  void whoWorksOnTheCaseIsToldOfTheSamePetitionerAndThatIsOnRecord() {
    var id = registered(ordinary().title("路灯不亮" + UUID.randomUUID()).territory("wanghu"));
    var samePerson = registered(ordinary().title("完全不同的另一件事情").territory("songling"));
    var hidden = registered(ordinary().against(PartyKind.PERSON, "某科长"));

    assertThat(links.candidates(id, officer())).anySatisfy(like -> {
      assertThat(like.row().id()).isEqualTo(samePerson);
      assertThat(like.samePetitioner()).isTrue();
    }).noneMatch(like -> like.row().id().equals(hidden)).noneMatch(like -> like.row().id().equals(id));
    assertThat(acts(id)).contains("parties.compared");
    assertThat(links.candidates(id, accounts.actor("reviewer"))).noneMatch(LookAlike::samePetitioner);
  }

  @Test
  void theFormKeepsWhatWasTypedAndLeadsBack() {
    var id = registered(ordinary());
    var other = registered(ordinary());
    var code = files.get(other).code();

    assertThat(mvc.get().uri("/cases/" + id + "/links").with(as("officer"))).hasStatusOk().bodyText()
        .doesNotContain("??").contains("建立关联");
    assertThat(mvc.post().uri("/cases/" + id + "/links").param("code", "XF1999-1").param("kind", "RELATED")
        .param("reason", "写好的理由").with(csrf()).with(as("officer"))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
        .bodyText().contains("没有编号为“XF1999-1”的案件", "写好的理由");
    assertThat(mvc.post().uri("/cases/" + id + "/links").param("code", code.toLowerCase()).param("kind", "RELATED")
        .param("reason", "同一栋楼").with(csrf()).with(as("officer"))).hasRedirectedUrl("/cases/" + id + "/links");
    assertThat(mvc.get().uri("/cases/" + id + "/links?lang=en").with(as("officer"))).hasStatusOk().bodyText()
        .doesNotContain("??").contains(code, "同一栋楼");
    assertThat(mvc.post().uri("/cases/" + id + "/links/" + other + "/removal").param("reason", "看错了").with(csrf())
        .with(as("officer"))).hasStatus3xxRedirection();
    assertThat(links.of(id, officer())).isEmpty();
  }

  private CaseId registered(Registrations registration) {
    return files.register(registration.command(), officer()).id();
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(AuditEntry::act).toList();
  }

  private Actor officer() {
    return accounts.actor("officer");
  }

  private RequestPostProcessor as(String account) {
    return SecurityMockMvcRequestPostProcessors.user(users.loadUserByUsername(account));
  }
}
