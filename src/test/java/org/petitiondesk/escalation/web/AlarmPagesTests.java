package org.petitiondesk.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.escalation.EscalationClockWatch;
import org.petitiondesk.escalation.EscalationExtension;
import org.petitiondesk.escalation.EscalationPause;
import org.petitiondesk.escalation.Extension;
import org.petitiondesk.escalation.Extensions;
import org.petitiondesk.escalation.Overdue;
import org.petitiondesk.escalation.WrittenNotices;

import org.petitiondesk.petition.Petitions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of alarms: what a leader decides on, what a handler asks for, what everybody has received. */
@DeskTest
class AlarmPagesTests {

  private static final String HANDLER = Petitions.LEAD + ".handler";
  private static final String LEADER = Petitions.LEAD + ".leader";

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private Overdue overdue;
  @Autowired
  private Petitions petitions;
  @Autowired
  private Extensions extensions;
  @Autowired
  private WrittenNotices notices;
  @Autowired
  private Jobs jobs;

  @Test
  void aLeaderDecidesOnOneScreenAndNotWithoutMeasureAndReason() {
    var id = overdue.undecided();
    var path = "/escalation/" + id + "/decision";
    var item = overdue.decision(id).id();

    assertThat(page(LEADER, "/decisions")).contains(path + "?item=" + item);
    assertThat(page(LEADER, path + "?item=" + item)).contains("办理", "维持现状", "换人承办").doesNotContain("延长期限");
    assertThat(post(LEADER, path, "item", item, "reason", "理由")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("请选择一项决定");
    assertThat(post(LEADER, path, "item", item, "measure", "LEAVE")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
        .bodyText().contains("请写明理由");
    assertThat(post(LEADER, path, "item", item, "measure", "LEAVE", "reason", "等鉴定结果"))
        .hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/decisions");

    assertThat(petitions.items(id)).doesNotContain(EscalationClockWatch.USER_DECIDE);
    assertThat(page(HANDLER, "/cases/" + id + "/alarms")).contains("维持现状", "等鉴定结果", "催〔2026〕");
    assertThat(post(LEADER, path, "item", item, "measure", "LEAVE", "reason", "再来一次").getResponse().getStatus())
        .isEqualTo(409);
  }

  @Test
  void aStrangerSeesAndDecidesNothing() {
    var id = overdue.undecided();
    var item = overdue.decision(id).id();

    assertThat(get("health.leader", "/escalation/" + id + "/decision?item=" + item)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(get(HANDLER, "/escalation/" + id + "/decision?item=" + item)).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(get("health.leader", "/alarms/notices/" + notices.of(id).get(0).id())).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void severalAreDecidedAtOnceEachWithItsReason() {
    var one = overdue.undecided();
    var other = overdue.undecided();
    var first = overdue.decision(one).id();
    var second = overdue.decision(other).id();

    assertThat(page(LEADER, "/escalation/decisions")).contains("measure-" + first, "measure-" + second);
    post(LEADER, "/escalation/decisions", "measure-" + first, "LEAVE", "reason-" + first, "等鉴定", "measure-" + second,
        "URGE", "reason-" + second, " ");

    assertThat(petitions.items(one)).doesNotContain(EscalationClockWatch.USER_DECIDE);
    assertThat(petitions.items(other)).contains(EscalationClockWatch.USER_DECIDE);
  }

  @Test
  void alarmsAreListedForWhoReceivedThemUntilRead() {
    var id = overdue.undecided();

    assertThat(page(HANDLER, "/alarms")).contains("/petitions/" + id, "/alarms/notices/");
    assertThat(page(HANDLER, "/alarms/notices/" + notices.of(id).get(0).id())).contains("2026年5月6日");
    assertThat(post(HANDLER, "/alarms/read")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(page(HANDLER, "/alarms")).doesNotContain("全部标为已读");
  }

  @Test
  void aHandlerAsksForMoreTimeAndTheLeaderGrantsIt() {
    var id = overdue.accepted();
    jobs.liveUntil(id, Overdue.at("2026-04-28", "10:00"));
    var path = "/escalation/" + id + "/extension";

    assertThat(page(HANDLER, path)).contains("30");
    assertThat(page(LEADER, path)).contains("data-bar");
    assertThat(post(HANDLER, path, "length", "31", "reason", "复杂")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post(HANDLER, path, "length", "30", "reason", "需要鉴定")).hasStatus(HttpStatus.SEE_OTHER);
    var item = petitions.item(id, EscalationExtension.USER_APPROVE);
    assertThat(page(LEADER, "/decisions")).contains("需要鉴定", item);
    assertThat(post(LEADER, "/decisions/" + item, "approved", "true")).hasRedirectedUrl("/decisions");

    assertThat(extensions.of(id)).singleElement()
        .satisfies(granted -> assertThat(granted.state()).isEqualTo(Extension.State.GRANTED));
    assertThat(page(HANDLER, "/cases/" + id + "/alarms?lang=en")).contains("Extended");
  }

  @Test
  void aHandlerAsksForAPauseTheLeaderGrantsItAndTheHandlerEndsIt() {
    var id = overdue.accepted();
    jobs.liveUntil(id, Overdue.at("2026-04-20", "10:00"));
    var path = "/escalation/" + id + "/pause";

    assertThat(page(HANDLER, path)).contains("鉴定", "最长 60 日");
    assertThat(page(LEADER, path)).contains("data-bar");
    assertThat(post(HANDLER, path, "cause", "", "on", "2026-04-20", "reason", "等鉴定"))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post(HANDLER, path, "cause", "appraisal", "on", "someday", "reason", "等鉴定"))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post(HANDLER, path, "cause", "appraisal", "on", "2026-04-17", "reason", "等油烟检测"))
        .hasStatus(HttpStatus.SEE_OTHER);
    var item = petitions.item(id, EscalationPause.USER_APPROVE);
    assertThat(page(LEADER, "/decisions")).contains("等油烟检测", "2026-04-17", item);
    assertThat(post(LEADER, "/decisions/" + item, "approved", "true")).hasRedirectedUrl("/decisions");

    assertThat(overdue.handling(id).paused()).isTrue();
    assertThat(page(HANDLER, "/cases/" + id + "/alarms?lang=en")).contains("Paused", "End the pause");
    assertThat(page(HANDLER, path + "/end")).contains("等油烟检测");
    assertThat(post(HANDLER, path + "/end", "on", "2026-04-16")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(post(HANDLER, path + "/end", "on", "2026-04-20")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(overdue.handling(id).paused()).isFalse();
  }

  private String page(String account, String path) {
    var answer = get(account, path);
    assertThat(answer).hasStatusOk();
    var text = text(answer);
    assertThat(text).doesNotContain("??").contains("</html>");
    return text;
  }

  private MvcTestResult get(String account, String path) {
    return mvc.get().uri(path).with(user(users.loadUserByUsername(account))).exchange();
  }

  private MvcTestResult post(String account, String path, String... fields) {
    var request = mvc.post().uri(path).with(csrf()).with(user(users.loadUserByUsername(account)));
    for (var i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return request.exchange();
  }

  private static String text(MvcTestResult page) {
    try {
      return page.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
