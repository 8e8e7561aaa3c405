package org.petitiondesk.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.report.WarnedCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Warnings in the browser: the list, why, the level and the answer. */
@DeskTest
class WarningPageTests {

  @Autowired
  MockMvcTester mvc;
  @Autowired
  UserDetailsService users;
  @Autowired
  WarnedCases desk;

  @AfterEach
  void backToNow() {
    desk.backToNow();
  }

  @Test
  void theOfficeReadsWhyChangesTheLevelAndAnswers() {
    var warning = desk.cluster(LocalDate.parse("2047-06-17"), "environment.noise", "wanghu-hepan");
    var page = "/warnings/" + warning.id();

    assertThat(get("officer", "/warnings")).hasStatusOk().bodyText()
        .contains(warning.number(), "集中反映", "河畔社区", "最近一周同一地点同一类问题登记 5 件", "中位数是 1").doesNotContain("??");
    assertThat(get("officer", "/warnings?level=nonsense&kind=x&unit=%00")).hasStatusOk();
    assertThat(get("officer", page)).hasStatusOk().bodyText()
        .contains("<polyline", "夜间施工噪声", "/supervision/new", "一周四件以上").doesNotContain("??");
    assertThat(get("education.leader", page)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(get("auditor", "/warnings")).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(get("officer", "/warnings/no-id")).hasStatus(HttpStatus.BAD_REQUEST);

    assertThat(post("officer", page + "/level", Map.of("level", "RED", "reason", " ")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("请写明理由");
    assertThat(post("officer", page + "/level", Map.of("level", "PINK", "reason", "因为")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("请选择另一个等级");
    assertThat(post("officer", page + "/level", Map.of("level", "ORANGE", "reason", "临近考试")))
        .hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(page);

    var item = desk.item(warning.id()).id();
    assertThat(get("officer", page + "/answer?item=" + item)).hasStatusOk().bodyText().contains("查明的情况")
        .doesNotContain("??");
    assertThat(get("housing.handler", page + "/answer?item=" + item)).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(post("officer", page + "/answer", Map.of("item", item, "finding", "夜间抢修", "words", "")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("夜间抢修", "请选择怎么处置");
    var answer = Map.of("item", item, "finding", "夜间抢修", "action", "NOTHING", "words", "抢修已结束");
    assertThat(post("officer", page + "/answer", answer)).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(page);
    assertThat(post("officer", page + "/answer", answer)).hasStatus(HttpStatus.CONFLICT);
    assertThat(get("officer", page)).hasStatusOk().bodyText().contains("抢修已结束", "不采取措施", "临近考试");
    assertThat(get("officer", "/warnings?all=true")).hasStatusOk().bodyText().contains(warning.number());
  }

  private MvcTestResult get(String account, String address) {
    return mvc.get().uri(URI.create(address)).with(user(users.loadUserByUsername(account))).exchange();
  }

  private MvcTestResult post(String account, String address, Map<String, String> fields) {
    var request = mvc.post().uri(address).with(user(users.loadUserByUsername(account))).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }
}
