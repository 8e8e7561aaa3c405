package org.petitiondesk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DeskTest
class SubstitutesPageTests {

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private Substitutes substitutes;
  @Autowired
  private Accounts accounts;
  @Autowired
  private Passwords passwords;
  @Autowired
  private MovableClock clock;

  @Test
  void aPersonAppointsSeesAndEnds() {
    var away = person("health", Role.HANDLER);
    var substitute = person("health", Role.HANDLER);
    var today = Dates.today(clock).toString();

    assertThat(get(away)).bodyText().contains("name=\"from\" value=\"" + today + "\"");
    assertThat(appoint(away, away, substitute, today, today)).hasStatus(HttpStatus.SEE_OTHER)
        .hasRedirectedUrl("/substitutes");
    assertThat(get(away)).hasStatusOk().bodyText().contains("/end").contains("提前结束: " + accounts.name(substitute));
    assertThat(get(substitute)).hasStatusOk().bodyText()
        .contains(accounts.name(substitute) + " 代 " + accounts.name(away) + " 办理").contains("代办中")
        .doesNotContain("/end").doesNotContain("??");

    var rule = substitutes.current(accounts.actor(away)).get(0).id();
    assertThat(post(away, "/substitutes/" + rule + "/end")).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(get(away)).bodyText().contains("现在没有代办安排。").contains("提前结束于");
  }

  @Test
  void whatIsRefusedStandsAtItsFieldWithTheRestOfTheForm() {
    var away = person("health", Role.HANDLER);
    var substitute = person("health", Role.HANDLER);
    var today = Dates.today(clock);

    assertThat(appoint(away, away, away, today.toString(), today.toString()))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("不能指定自己代办自己的工作。");
    assertThat(appoint(away, away, substitute, today.toString(), "")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
        .bodyText().contains("请填写到哪天止。").contains("value=\"" + substitute + "\" selected");
    assertThat(appoint(away, "health.handler", substitute, today.toString(), today.toString()))
        .hasStatus(HttpStatus.FORBIDDEN);
    assertThat(substitutes.current(accounts.actor(away))).isEmpty();
  }

  @Test
  void whoDecidesForNobodyIsShownNoForm() {
    assertThat(get("auditor")).hasStatusOk().bodyText().doesNotContain("name=\"substitute\"");
    assertThat(get("admin")).hasStatusOk().bodyText().contains("value=\"housing.leader\"").contains("负责人的工作");
  }

  private MvcTestResult appoint(String actor, String away, String substitute, String from, String to) {
    return mvc.post().uri("/substitutes").with(csrf()).with(user(users.loadUserByUsername(actor)))
        .param("account", away).param("substitute", substitute).param("from", from).param("to", to).exchange();
  }

  private MvcTestResult post(String actor, String path) {
    return mvc.post().uri(path).with(csrf()).with(user(users.loadUserByUsername(actor))).exchange();
  }

  private MvcTestResult get(String actor) {
    return mvc.get().uri("/substitutes").with(user(users.loadUserByUsername(actor))).exchange();
  }

  private String person(String unit, Role role) {
    var id = "temp-" + UUID.randomUUID();
    accounts.create(new CreateAccount(id, "临时" + id, unit, Set.of(role), Optional.empty(),
        passwords.hash("petition-desk")), Actor.SYSTEM);
    return id;
  }
}
