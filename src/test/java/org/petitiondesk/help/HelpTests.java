package org.petitiondesk.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every word and every page is explained, in both languages, and found. */
@DeskTest
class HelpTests {

  /** Open to everybody, or no page. */
  private static final Set<String> NOT_FOR_STAFF = Set.of("/login", "/error", "/lodge", "/receipt", "/follow",
      "/answers", "/announcements", "/api",
      "/cases/{id}");

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void everyPageForStaffIsExplained() {
    var pages = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.petitiondesk."))
        .filter(entry -> entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .filter(entry -> entry.getValue().getMethod().getReturnType().getSimpleName().matches("ModelAndView|String"))
        .flatMap(entry -> entry.getKey().getPatternValues().stream())
        .filter(path -> NOT_FOR_STAFF.stream().noneMatch(open -> path.equals(open) || path.startsWith(open + "/")))
        .collect(Collectors.toSet());

    assertThat(pages).hasSizeGreaterThan(20)
        .allSatisfy(path -> assertThat(PageHelp.of(path.replaceAll("\\{[^}]*}", "1"))).as(path).isPresent());
  }

  @Test
  void theQuestionMarkOfAPageLeadsToWhatThePageIsFor() {
    assertThat(get("/inbox")).bodyText().contains("/help?page=/inbox");
    assertThat(get("/help?page=/petitions/1/screening")).hasStatusOk().bodyText().contains("data-page-help", "甄别",
        "href=\"#route-petition\"", "id=\"route-petition\"").doesNotContain("??");
    assertThat(get("/help?page=https://elsewhere.example/")).hasStatusOk().bodyText().doesNotContain("data-page-help");
  }

  @Test
  void aWordIsFoundInEitherLanguage() {
    for (var asked : List.of("转送", "forward", "FORWARD")) {
      assertThat(get("/help?q=" + asked)).hasStatusOk().bodyText().contains("id=\"forward\"")
          .doesNotContain("id=\"co-unit\"");
    }
    assertThat(get("/help?q=<b>nichts")).hasStatusOk().bodyText().contains("没有找到").doesNotContain("<b>nichts");
  }

  @Test
  void everyWordHasAPageOfItsOwn() {
    for (var word : Word.values()) {
      for (var language : List.of("zh", "en")) {
        assertThat(get("/help/" + word.path() + "?lang=" + language)).as(word + " " + language).hasStatusOk().bodyText()
            .doesNotContain("??");
      }
    }
    assertThat(get("/help/route")).hasStatusOk().bodyText().contains("途径六");
    assertThat(get("/help/nonsense")).hasStatus(HttpStatus.NOT_FOUND).bodyText().contains("帮助里没有");
  }

  @Test
  void theTourIsTakenOnceAndAgainWhenAskedFor() {
    assertThat(get("/inbox")).bodyText().contains("id=\"tour\"", "欢迎来到调处台");
    assertThat(post("/tour/end")).hasStatus(HttpStatus.NO_CONTENT);
    assertThat(get("/inbox")).bodyText().doesNotContain("id=\"tour\"");

    assertThat(post("/tour")).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/inbox");
    assertThat(get("/inbox?lang=en")).bodyText().contains("id=\"tour\"", "Welcome to the desk");
    assertThat(get("/register")).bodyText().doesNotContain("id=\"tour\"");
    assertThat(mvc.get().uri("/inbox").with(user(users.loadUserByUsername("auditor"))).exchange()).bodyText()
        .doesNotContain("id=\"tour\"");
  }

  private MvcTestResult get(String path) {
    return mvc.get().uri(path).with(user(users.loadUserByUsername("officer2")))
        .exchange();
  }

  private MvcTestResult post(String path) {
    return mvc.post().uri(path).with(csrf()).with(user(users.loadUserByUsername("officer2"))).exchange();
  }
}
