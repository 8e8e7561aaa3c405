package org.petitiondesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.petitiondesk.casefile.Registrations.ordinary;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** The parts that other pages show. */
@DeskTest
class PartsTests {

  private static final String SCRIPT = "<script>alert('信访')</script>";

  @Autowired
  private CaseFiles files;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private SpringTemplateEngine engine;
  @Autowired
  private ApplicationContext beans;
  @Autowired
  private ServletContext servletContext;

  private Locale locale = Locale.CHINA;

  @AfterEach
  void forgetTheReader() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void theFactsAreReadableAndEscaped() {
    var id = handled(ordinary().title("标题").text(SCRIPT + "\n第二行"));

    assertThat(rendered("facts", Map.of("case", files.get(id)))).contains("&lt;script&gt;", "云溪市临江区柳荫街道桂花社区",
        "区信访局", "噪声扰民", "区生态环境分局", "来访", "申诉求决", "办理中", accounts.name("environment.handler"),
        "2026-03-02").doesNotContain("<script>", "??");
  }

  @Test
  void theFactsAreThereInEnglishToo() {
    locale = Locale.ENGLISH;
    var id = handled(ordinary());

    assertThat(rendered("facts", Map.of("case", files.get(id)))).contains("Noise", "Visit", "Being handled",
        "2 Mar 2026").doesNotContain("??");
  }

  @Test
  void thePartiesAreShownAsTheyWereHandedOut() {
    var id = handled(ordinary().against(PartyKind.ORGANISATION, SCRIPT));

    assertThat(rendered("parties", Map.of("parties", files.parties(id, accounts.actor("officer"))))).contains("张秋月",
        "13800138000", "&lt;script&gt;", "被反映方", "代表").doesNotContain("<script>", "??");
    assertThat(rendered("parties", Map.of("parties", List.of()))).contains("匿名信访");
  }

  @Test
  void thePointsShowTheirAnswers() {
    var id = handled(ordinary().points("净化", "停业"));
    files.answer(id, List.of(new PointAnswer(1, SCRIPT, "依据甲", Outcome.SUPPORTED),
        new PointAnswer(2, "事实", "依据乙", Outcome.NOT_SUPPORTED)), accounts.actor("environment.handler"));

    assertThat(rendered("points", Map.of("points", files.points(id)))).contains("诉求 1", "净化", "&lt;script&gt;", "依据乙",
        "予以支持", "不予支持").doesNotContain("<script>", "??");
  }

  @Test
  void theTimelineSaysInPlainWordsWhoDidWhat() {
    var id = handled(ordinary());

    assertThat(rendered("acts", Map.of("entries", audit.of(id)))).contains("登记", "来访", "交办", "区生态环境分局",
        "包案领导", accounts.name("environment.leader"), accounts.name("officer"), "噪声扰民")
        .doesNotContain("environment.leader", "receiptHash", "CLAIM", "case.assigned<", "??");
  }

  private CaseId handled(Registrations registration) {
    var officer = accounts.actor("officer");
    var id = files.register(registration.command(), officer).id();
    files.screened(id, "environment.noise", Urgency.NORMAL, false, files.get(id).demandClass(), officer);
    files.assigned(id, "environment", List.of("liuyin"), officer);
    files.accepted(id, "environment.handler", "environment.leader", accounts.actor("environment.handler"));
    return id;
  }

  private String rendered(String fragment, Map<String, Object> model) {
    LocaleContextHolder.setLocale(locale);
    var exchange = JakartaServletWebApplication.buildApplication(servletContext)
        .buildExchange(new MockHttpServletRequest(servletContext), new MockHttpServletResponse());
    var context = new WebContext(exchange, locale, model);
    context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
        new ThymeleafEvaluationContext(beans, null));
    return engine.process("casefile/parts", Set.of(fragment), context);
  }
}
