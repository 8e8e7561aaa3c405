package org.petitiondesk.accountability.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.accountability.Lessons;
import org.petitiondesk.accountability.ReviewedCases;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.CreateAccount;
import org.petitiondesk.people.Passwords;
import org.petitiondesk.petition.Petitions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page behind a lesson's item: to be read by its reader, and to be closed when the reader has left. */
@DeskTest
class LessonPagesTests {

  @Autowired
  private ReviewedCases reviewed;
  @Autowired
  private Lessons lessons;
  @Autowired
  private Petitions petitions;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private MockMvcTester mvc;

  @Test
  void theItemIsReadByItsReaderOnlyAndClosedByWhoeverHasItWhenTheReaderHasLeft() {
    var id = reviewed.circulated(petitions.accepted());
    var item = reviewed.reading(id);
    var page = "/lessons/" + id;
    assertThat(get("housing.handler", page + "/reading?item=" + item)).hasStatusOk().bodyText()
        .contains("本单位夜间有人值守吗？", "已阅学");
    assertThat(post("housing.handler", page + "/closing", item)).hasStatus(HttpStatus.CONFLICT);
    assertThat(post("housing.handler", page + "/reading", item)).hasStatus(HttpStatus.SEE_OTHER);

    var leaver = "leaver-" + UUID.randomUUID().toString().substring(0, 8);
    accounts.create(new CreateAccount(leaver, "将要离开" + leaver, "housing", Set.of(Role.HANDLER), Optional.empty(),
        passwords.hash("a-long-password-1")), Actor.SYSTEM);
    lessons.circulate(id, List.of(leaver), List.of(), reviewed.actor("officer"));
    var left = reviewed.reading(id);
    accounts.disable(leaver, accounts.get(leaver).version(), Optional.empty(), reviewed.actor("admin"));

    assertThat(get("housing.handler", page + "/reading?item=" + left)).hasStatusOk().bodyText()
        .contains("结束这项工作").doesNotContain("本单位夜间有人值守吗？");
    assertThat(post("housing.handler", page + "/reading", left)).hasStatus(HttpStatus.CONFLICT);
    assertThat(post("housing.handler", page + "/closing", left)).hasStatus(HttpStatus.SEE_OTHER);
  }

  private MvcTestResult get(String who, String page) {
    return mvc.get().uri(page).with(user(users.loadUserByUsername(who))).exchange();
  }

  private MvcTestResult post(String who, String page, String item) {
    return mvc.post().uri(page).param("item", item).param("answer", "有人值守。").with(csrf())
        .with(user(users.loadUserByUsername(who))).exchange();
  }
}
