package org.petitiondesk.petition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.petition.web.Clerks.HANDLER;
import static org.petitiondesk.petition.web.Clerks.LEADER;
import static org.petitiondesk.petition.web.Clerks.OFFICER;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.PetitionReply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** What the page of a case tells, and to whom. */
@DeskTest
class CasePageTests {

  private static final Pattern ACT = Pattern.compile("data-act=\"([^\"]+)\"");

  @Autowired
  private ApplicationContext context;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private TransactionTemplate transactions;

  private Clerks clerks;

  @BeforeEach
  void callClerks() {
    clerks = new Clerks(context);
  }

  @Test
  void theFirstGlanceSaysWhatByWhomUntilWhenAndWhoIsNext() {
    var id = clerks.accepted(Registrations.ordinary());

    var page = Clerks.whole(clerks.get(HANDLER, "/petitions/" + id));
    var glance = page.substring(page.indexOf("id=\"next\""), page.indexOf("case-nav"));
    assertThat(glance).contains("餐馆加装油烟净化设备", "张秋月", "为什么是这一天", "调查办理", "/handling?item=");
    var masked = Clerks.whole(clerks.get("reviewer", "/petitions/" + id));
    assertThat(masked).contains("张**").doesNotContain("张秋月", "/handling?item=");
    assertThat(Clerks.whole(clerks.get(HANDLER, "/petitions/" + id + "?lang=en"))).contains("Next due");
  }

  @Test
  void aLongTimelineComesPageByPageInBothOrdersAndByKind() {
    var id = clerks.registered(Registrations.ordinary());
    transactions.executeWithoutResult(status -> {
      for (var i = 0; i < 45; i++) {
        audit.append(id, Actor.SYSTEM, "petition.noted", Map.of());
        audit.append(id, Actor.SYSTEM, "parties.viewed", Map.of());
      }
    });

    assertThat(acts(OFFICER, "/petitions/" + id)).hasSize(20).doesNotContain("parties.viewed");
    var first = Clerks.whole(clerks.get(OFFICER, "/cases/" + id + "/timeline"));
    var more = Pattern.compile("hx-get=\"([^\"]*after=[^\"]*)\"").matcher(first);
    assertThat(more.find()).isTrue();
    assertThat(acts(OFFICER, more.group(1).replace("&amp;", "&"))).hasSize(20);
    assertThat(acts(OFFICER, "/cases/" + id + "/timeline?oldest=true")).startsWith("case.registered");
    assertThat(acts(OFFICER, "/cases/" + id + "/timeline?kind=VIEW")).containsOnly("parties.viewed");
    assertThat(acts(OFFICER, "/cases/" + id + "/timeline?kind=CLOCK")).containsOnly("clock.started");
    assertThat(acts(OFFICER, "/cases/" + id + "/timeline?kind=LETTER")).allMatch(act -> act.startsWith("letter."));
    assertThat(acts(OFFICER, "/cases/" + id + "/timeline?kind=DECISION&oldest=true")).startsWith("case.registered")
        .noneMatch(act -> act.startsWith("clock."));
    assertThat(acts(OFFICER, "/cases/" + id + "/timeline?after=rubbish")).hasSize(20);
    assertThat(clerks.get("health.handler", "/cases/" + id + "/timeline")).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(clerks.get(OFFICER, "/cases/" + id + "/timeline?kind=NONSENSE")).hasStatus(HttpStatus.BAD_REQUEST);
  }

  @Test
  void theDiagramSaysInATableHowLongEachStepTookAndWhoTookIt() {
    var id = clerks.drafted(Registrations.ordinary());
    clerks.does(LEADER, id, "approval", PetitionReply.USER_APPROVE_REPLY,
        form -> form.type("approved", "false").type("reason", "写明期限"));

    assertThat(Clerks.whole(clerks.get(OFFICER, "/petitions/" + id))).doesNotContain("data-diagram=")
        .contains("/petitions/" + id + "/diagram");
    var spine = Clerks.whole(clerks.get(OFFICER, "/petitions/" + id + "/diagram"));
    assertThat(row(spine, "user_screen")).contains("甄别分类", "不到 1 分钟", context.getBean(
        Accounts.class).name(OFFICER));
    assertThat(row(spine, "call_petition_reply")).contains("model=petition_reply", "当前");
    var reply = Clerks.whole(clerks.get(OFFICER, "/petitions/" + id + "/diagram?model=petition_reply"));
    assertThat(row(reply, "user_draft_reply")).contains("data-count=\"2\"", "2 次", "进行中");
    assertThat(row(reply, "user_approve_reply")).contains("data-count=\"1\"").doesNotContain("进行中");
    assertThat(Clerks.whole(clerks.get(OFFICER, "/petitions/" + id + "/diagram?lang=en"))).contains("Screening");
    assertThat(clerks.get("health.handler", "/petitions/" + id + "/diagram")).hasStatus(HttpStatus.NOT_FOUND);
  }

  private static String row(String page, String element) {
    var start = page.indexOf("data-element=\"" + element + "\"");
    assertThat(start).as(element).isPositive();
    return page.substring(start, page.indexOf("</tr>", start));
  }

  private List<String> acts(String account, String path) {
    return ACT.matcher(Clerks.whole(clerks.get(account, path))).results().map(found -> found.group(1)).toList();
  }
}
