package org.petitiondesk.petition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionReply;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The people of the demo organisation at the forms of petitions. */
final class Clerks {

  static final String OFFICER = "officer";
  static final String HANDLER = "housing.handler";
  static final String LEADER = "housing.leader";

  private final MockMvcTester mvc;
  private final UserDetailsService users;
  private final CaseFiles cases;
  private final Accounts accounts;
  private final Processes processes;
  private final Jobs jobs;
  private final Letters letters;

  Clerks(ApplicationContext context) {
    mvc = context.getBean(MockMvcTester.class);
    users = context.getBean(UserDetailsService.class);
    cases = context.getBean(CaseFiles.class);
    accounts = context.getBean(Accounts.class);
    processes = context.getBean(Processes.class);
    letters = context.getBean(Letters.class);
    jobs = context.getBean(Jobs.class);
  }

  CaseId registered(Registrations registration) {
    return cases.register(registration.command(), accounts.actor(OFFICER)).id();
  }

  MvcTestResult get(String account, String path) {
    return mvc.get().uri(path).with(user(users.loadUserByUsername(account))).exchange();
  }

  MvcTestResult post(String account, PageForm form, MockMultipartFile... files) {
    return files.length == 0 ? posted(account, form) : uploaded(account, form, files);
  }

  private MvcTestResult posted(String account, PageForm form) {
    return mvc.post().uri(form.action()).params(form.parameters()).with(csrf())
        .with(user(users.loadUserByUsername(account))).exchange();
  }

  private MvcTestResult uploaded(String account, PageForm form, MockMultipartFile... files) {
    var request = mvc.post().uri(form.action()).multipart();
    Arrays.stream(files).forEach(request::file);
    return request.params(form.parameters()).with(csrf()).with(user(users.loadUserByUsername(account))).exchange();
  }

  /** Id of the open item of this kind; with several the first. */
  String item(CaseId id, String key) {
    return processes.openTasks(id).stream().filter(task -> task.key().equals(key)).findFirst()
        .orElseThrow(() -> new AssertionError("No open " + key + ", but " + processes.openTasks(id))).id();
  }

  String address(CaseId id, String form, String key) {
    return "/petitions/" + id + "/" + form + "?item=" + item(id, key);
  }

  /** The form as the page of an open item shows it; the page must be whole. */
  PageForm form(String account, CaseId id, String form, String key) {
    return PageForm.of(whole(get(account, address(id, form, key))), "/" + form);
  }

  /** Opens the form, changes it and sends it; the case page must come next. */
  void does(String account, CaseId id, String form, String key, UnaryOperator<PageForm> typing) {
    var answer = post(account, typing.apply(form(account, id, form, key)));
    assertThat(answer).as(form).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/petitions/" + id);
  }

  static String whole(MvcTestResult page) {
    assertThat(page).hasStatusOk();
    var text = text(page);
    assertThat(text).doesNotContain("??").contains("</html>");
    return text;
  }

  static String text(MvcTestResult page) {
    try {
      return page.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  void runJobs(CaseId id) {
    jobs.runDue(id);
  }

  CaseId screened(Registrations registration) {
    var id = registered(registration);
    does(OFFICER, id, "screening", PetitionHandling.USER_SCREEN,
        form -> form.type("verdict", "ACCEPT").type("route", "6").type("leadUnit", "housing").type("coUnits"));
    return id;
  }

  CaseId accepted(Registrations registration) {
    var id = screened(registration);
    does(HANDLER, id, "acceptance", PetitionAssignment.USER_ACCEPT, form -> form.type("leader", LEADER));
    return id;
  }

  CaseId investigated(Registrations registration) {
    var id = accepted(registration);
    does(HANDLER, id, "handling", PetitionHandling.USER_HANDLE,
        form -> form.type("text", "经现场核查，油烟净化设备没有安装。").type("last", "true"));
    return id;
  }

  CaseId drafted(Registrations registration) {
    var id = investigated(registration);
    does(HANDLER, id, "reply", PetitionReply.USER_DRAFT_REPLY, this::answered);
    return id;
  }

  /** Both points answered. */
  PageForm answered(PageForm form) {
    return form.type("answers[0].facts", "餐馆未安装油烟净化设备").type("answers[0].basis", "《大气污染防治法》第八十一条")
        .type("answers[0].outcome", "SUPPORTED").type("answers[1].facts", "营业至夜间十二点")
        .type("answers[1].basis", "《噪声污染防治法》").type("answers[1].outcome", "EXPLAINED");
  }

  CaseId approved(Registrations registration) {
    var id = drafted(registration);
    does(LEADER, id, "approval", PetitionReply.USER_APPROVE_REPLY, form -> form.type("approved", "true"));
    return id;
  }

  CaseId delivered(Registrations registration) {
    var id = approved(registration);
    runJobs(id);
    return id;
  }

  /** As htmx asks for it. */
  MvcTestResult preview(String account, PageForm form) {
    return mvc.post().uri(form.action() + "/preview").params(form.parameters()).header("HX-Request", "true")
        .with(csrf()).with(user(users.loadUserByUsername(account))).exchange();
  }

  void undeliverable(CaseId id, String reason) {
    letters.undeliverable(lastReply(id).id(), reason, accounts.actor(HANDLER));
  }

  DeliveryMethod lastReplyMethod(CaseId id) {
    return lastReply(id).method();
  }

  /** Where the page of the diagram fetches what it draws. */
  String diagramAddress(String account, CaseId id) {
    var page = whole(get(account, "/petitions/" + id + "/diagram"));
    var start = page.indexOf("data-diagram=\"") + "data-diagram=\"".length();
    return page.substring(start, page.indexOf('"', start));
  }

  private Letter lastReply(CaseId id) {
    return letters.of(id).stream().filter(letter -> letter.template().equals("petition_reply"))
        .reduce((first, second) -> second).orElseThrow();
  }
}
