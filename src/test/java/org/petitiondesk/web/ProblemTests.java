package org.petitiondesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.junit.jupiter.api.extension.ExtendWith;

// What other modules add to every request needs their beans.
@WebMvcTest(controllers = ProblemTests.Trouble.class, excludeFilters = @Filter(type = FilterType.REGEX, pattern = "org\\.petitiondesk\\.(?!web\\.).*"))
@Import({ProblemTests.Trouble.class, ProblemAnswers.class, Show.class, Navigation.class})
@WithMockUser
@ExtendWith(OutputCaptureExtension.class)
class ProblemTests {

  @Autowired
  private MockMvcTester mvc;

  @Test
  void eachFamilyOfRefusalsHasItsStatusAndItsSentence() {
    assertThat(mvc.get().uri("/trouble/notfound")).hasStatus(HttpStatus.NOT_FOUND).bodyText().contains("没有找到")
        .contains("<nav");
    assertThat(mvc.get().uri("/trouble/conflict")).hasStatus(HttpStatus.CONFLICT).bodyText().contains("已被他人先行处理");
    assertThat(mvc.get().uri("/trouble/refused")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("没有提交");
    assertThat(mvc.get().uri("/trouble/forbidden")).hasStatus(HttpStatus.FORBIDDEN).bodyText().contains("没有权限");
  }

  @Test
  void twoPeopleAtOnceAreAConflictAndNotAFault() {
    assertThat(mvc.get().uri("/trouble/lock")).hasStatus(HttpStatus.CONFLICT);
    assertThat(mvc.get().uri("/trouble/engine")).hasStatus(HttpStatus.CONFLICT);
  }

  @Test
  void aMalformedIdIsABadRequest() {
    assertThat(mvc.get().uri("/trouble/cases/42")).hasStatus(HttpStatus.BAD_REQUEST);
    assertThat(mvc.get().uri("/trouble/cases/" + CaseId.next())).hasStatusOk();
  }

  @Test
  void anUploadThatIsTooLargeSaysHowLargeItMayBe() {
    assertThat(mvc.get().uri("/trouble/large")).hasStatus(HttpStatus.PAYLOAD_TOO_LARGE).bodyText().contains("20 MB");
  }

  @Test
  void aFaultHasANumberThatTheLogKnowsAndTellsNothingElse(CapturedOutput log) {
    var page = mvc.get().uri("/trouble/fault").exchange();

    assertThat(page).hasStatus(HttpStatus.INTERNAL_SERVER_ERROR).bodyText().doesNotContain("secret of the database");
    var number = page.getMvcResult().getModelAndView().getModel().get("problem") instanceof Problem problem
        ? problem.incident()
        : "";
    assertThat(number).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
    assertThat(page).bodyText().contains(number);
    assertThat(log).contains("Incident " + number + ": GET /trouble/fault").contains("secret of the database");
  }

  @Test
  void refusalsBySecurityAreLeftToSecurity() {
    assertThat(mvc.get().uri("/trouble/denied")).hasStatus(HttpStatus.FORBIDDEN);
  }

  @Test
  void htmxGetsAFragmentForTheAlertArea() {
    assertThat(mvc.get().uri("/trouble/conflict").header("HX-Request", "true")).hasStatus(HttpStatus.CONFLICT)
        .bodyText()
        .contains("alert alert-danger").doesNotContain("<html").doesNotContain("<nav");
  }

  @Test
  void programsGetADocument() {
    assertThat(mvc.get().uri("/api/trouble/refused")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON).bodyJson().extractingPath("$.key")
        .isEqualTo("web.form.check");
    var invalid = mvc.post().uri("/api/trouble").with(SecurityMockMvcRequestPostProcessors.csrf())
        .contentType(MediaType.APPLICATION_JSON);
    assertThat(invalid.content("{\"subject\": \"\"}")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyJson()
        .extractingPath("$.fields[0].field").isEqualTo("subject");
    assertThat(invalid.content("{")).hasStatus(HttpStatus.BAD_REQUEST)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Test
  void theReaderChoosesTheLanguageAndKeepsIt() {
    var english = mvc.get().uri("/trouble/conflict?lang=en&page=2").exchange();
    assertThat(english).bodyText().contains("Somebody was faster").contains("lang=\"en\"")
        .contains("/trouble/conflict?page=2&amp;lang=zh");
    var cookie = english.getResponse().getCookie("petition-desk-language");
    assertThat(mvc.get().uri("/trouble/conflict").cookie(cookie)).bodyText().contains("Somebody was faster");
    assertThat(mvc.get().uri("/trouble/conflict?lang=%3Cscript%3E")).bodyText().contains("已被他人先行处理");
  }

  @Test
  void aRefusalIsShownAtItsFieldOrAboveTheForm() {
    assertThat(send("field")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("data-problems")
        .contains("还没有提交：请改正下面标出的内容。").containsPattern("invalid-feedback[^>]*>回到首页<");
    assertThat(send("global")).bodyText().contains("data-problems").contains("<div>回到首页</div>");
    assertThat(send("elsewhere")).bodyText().contains("<div>回到首页</div>");
  }

  @Test
  void aFormWithoutErrorsShowsNone() {
    assertThat(mvc.get().uri("/trouble/form")).hasStatusOk().bodyText().contains("invalid-page")
        .doesNotContain("data-problems");
  }

  private MockMvcTester.MockMvcRequestBuilder send(String subject) {
    return mvc.post().uri("/trouble/form").with(SecurityMockMvcRequestPostProcessors.csrf()).param("subject", subject);
  }

  record WriteSubjectForm(@NotBlank String subject) {}

  /** Named like the engine's own. */
  private static final class OptimisticLockingException extends RuntimeException {}

  @Controller
  static class Trouble {

    @GetMapping({"/trouble/{kind}", "/api/trouble/{kind}"})
    String trouble(@PathVariable String kind) {
      throw switch (kind) {
        case "notfound" -> new NotFound("web.problem.404.text");
        case "conflict" -> new Conflict("web.problem.409.text");
        case "refused" -> Refused.because("web.form.check");
        case "forbidden" -> new Forbidden("web.problem.403.text");
        case "lock" -> new CannotAcquireLockException("locked");
        case "engine" -> new IllegalStateException(new OptimisticLockingException());
        case "large" -> new MaxUploadSizeExceededException(1);
        case "denied" -> new AccessDeniedException("no");
        default -> new IllegalStateException("secret of the database");
      };
    }

    @GetMapping("/trouble/cases/{id}")
    String typed(@PathVariable CaseId id, Model model) {
      return form(model);
    }

    @GetMapping("/trouble/form")
    String form(Model model) {
      model.addAttribute("form", new WriteSubjectForm(""));
      return "trouble/form";
    }

    @PostMapping("/trouble/form")
    String refused(@ModelAttribute("form") WriteSubjectForm form, BindingResult errors,
        jakarta.servlet.http.HttpServletResponse response) {
      response.setStatus(422);
      Forms.refuse(errors, switch (form.subject()) {
        case "field" -> Refused.at("subject", "web.home");
        case "elsewhere" -> Refused.at("nowhere", "web.home");
        default -> Refused.because("web.home");
      });
      return "trouble/form";
    }

    @PostMapping("/api/trouble")
    String valid(@Valid @RequestBody WriteSubjectForm form) {
      return "never";
    }
  }
}
