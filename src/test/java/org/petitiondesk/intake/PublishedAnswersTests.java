package org.petitiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.intake.PublishedAnswer.State;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Screenings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DeskTest
class PublishedAnswersTests {

  @Autowired
  private PublishedAnswers answers;
  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Accounts accounts;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;

  private Actor officer;
  private Actor leader;

  @BeforeEach
  void theOffice() {
    officer = accounts.actor("officer");
    leader = accounts.actor("office.leader");
  }

  @Test
  void oneWritesAnotherApprovesAndEverybodyReads() {
    var id = closed();
    var answer = answers.propose(proposal(id, "观星台的夜间照明", "观星台步道夜里没有照明怎么办？"), officer);
    assertThat(found("观星台")).isEmpty();
    assertThat(answers.waiting(leader)).extracting(PublishedAnswer::id).contains(answer);
    assertThat(mvc.get().uri("/inbox").with(user(users.loadUserByUsername("office.leader")))).bodyText()
        .contains("件待批准");

    answers.approve(answer, leader);

    assertThat(found("观星台 照明")).containsExactly(answer);
    assertThat(found("观星台 护栏")).isEmpty();
    assertThat(mvc.get().uri("/answers?words={words}", "观星台")).hasStatusOk().bodyText()
        .contains("观星台的夜间照明", "已经加装二十盏路灯").doesNotContain("??", cases.get(id).code(), id.toString());
    assertThat(mvc.get().uri("/answers?lang=en&words=nothing")).hasStatusOk().bodyText()
        .contains("No published answer found").doesNotContain("??");
    mvc.get().uri("/answers?lang=zh").exchange();
    assertThat(acts(id)).contains("answer.proposed", "answer.published");

    answers.withdraw(answer, "情况已经变化", officer);

    assertThat(found("观星台")).isEmpty();
    assertThat(acts(id)).contains("answer.withdrawn");
    assertThat(answers.ofCase(id)).singleElement().satisfies(one -> {
      assertThat(one.state()).isEqualTo(State.WITHDRAWN);
      assertThat(one.reason()).contains("情况已经变化");
    });
  }

  @Test
  void aQuestionLikeItFindsItAndAnotherOneDoesNot() {
    var answer = answers.propose(proposal(closed(), "松涛湖游船夜航的噪声", "松涛湖游船夜里鸣笛，影响两岸居民休息，怎么管理？"), officer);
    answers.approve(answer, leader);

    assertThat(answers.alike("松涛湖的游船晚上鸣笛\n两岸居民没法休息，请管一管")).extracting(PublishedAnswer::id).first()
        .isEqualTo(answer);
    assertThat(answers.alike("幼儿园学费太贵")).extracting(PublishedAnswer::id).doesNotContain(answer);
    assertThat(answers.alike("")).isEmpty();
  }

  @Test
  void nobodyIsKnownByIt() {
    var id = closed();
    var name = cases.parties(id).get(0).name();

    assertThatThrownBy(() -> answers.propose(proposal(id, "标题", name + "问：怎么办？"), officer))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("question"));
    assertThatThrownBy(() -> answers.propose(proposal(id, "致电13800138000", "问题"), officer))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("title"));
    assertThat(answers.ofCase(id)).isEmpty();
  }

  @Test
  void onlyTheStreetOrMoreIsNamed() {
    var id = closed();
    var file = cases.get(id);

    assertThat(answers.places(file)).isNotEmpty().noneMatch(place -> place.id().equals(file.territory()));
    assertThatThrownBy(() -> answers.propose(new ProposeAnswer(id, "题", "问", "答", "environment", file.territory()),
        officer)).isInstanceOfSatisfying(Refused.class,
            refused -> assertThat(refused.field()).isEqualTo("territory"));
  }

  @Test
  void nobodyApprovesTheirOwnAndNoOfficerApproves() {
    var id = closed();
    var before = answers.toDecide(leader);
    var own = answers.propose(proposal(id, "自己写的", "问题"), leader);
    var other = answers.propose(proposal(id, "他人写的", "问题"), officer);

    assertThat(answers.toDecide(leader)).isEqualTo(before + 1);
    assertThat(answers.toDecide(officer)).isZero();
    assertThatThrownBy(() -> answers.approve(own, leader)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> answers.approve(other, accounts.actor("officer2"))).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> answers.approve(other, accounts.actor("environment.leader")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> answers.sendBack(other, " ", leader)).isInstanceOf(Refused.class);

    answers.sendBack(other, "请写得更清楚", leader);

    assertThat(answers.toDecide(leader)).isEqualTo(before);
    assertThatThrownBy(() -> answers.approve(other, leader)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> answers.withdraw(other, "撤", officer)).isInstanceOf(Conflict.class);
  }

  @Test
  void reportsOpenCasesAndOtherOfficesHaveNoPublishedAnswer() {
    var open = petitions.register(Petitions.byMail()).id();
    var report = petitions.register(Petitions.report(), leader).id();

    assertThatThrownBy(() -> answers.propose(proposal(open, "题", "问"), officer)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> answers.propose(proposal(report, "题", "问"), leader)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> answers.propose(proposal(closed(), "题", "问"), accounts.actor("environment.handler")))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void twoPeopleAtOncePublishItOnce() throws Exception {
    var id = closed();
    var answer = answers.propose(proposal(id, "同时审核", "问题"), officer);
    var pool = Executors.newFixedThreadPool(2);
    var done = new ArrayList<Boolean>();
    try {
      Callable<Boolean> approve = () -> {
        try {
          answers.approve(answer, leader);
          return true;
        } catch (Conflict somebodyWasFaster) {
          return false;
        }
      };
      for (var result : pool.invokeAll(List.of(approve, approve))) {
        done.add(result.get());
      }
    } finally {
      pool.shutdown();
    }

    assertThat(done).containsExactlyInAnyOrder(true, false);
    assertThat(acts(id)).filteredOn("answer.published"::equals).hasSize(1);
  }

  @Test
  void thePagesLeadFromTheCaseToTheReaders() {
    var id = closed();
    assertThat(mvc.get().uri("/petitions/{id}", id.toString()).with(user(users.loadUserByUsername("officer"))))
        .hasStatusOk().bodyText().contains("/petitions/" + id + "/published-answer");
    assertThat(mvc.get().uri("/petitions/{id}/published-answer", id.toString())
        .with(user(users.loadUserByUsername("officer")))).hasStatusOk().bodyText().contains("送领导审核")
        .doesNotContain("??");

    assertThat(post("officer", "/petitions/" + id + "/published-answer", "title", "页面上写的", "question",
        "电话13800138000", "answer", "答", "category", "environment", "territory", place(id))).hasStatus(422).bodyText()
        .contains("像是有电话号码", "页面上写的");
    assertThat(post("officer", "/petitions/" + id + "/published-answer", "title", "页面上写的", "question", "问",
        "answer", "答", "category", "environment", "territory", place(id))).hasStatus(303);
    assertThat(mvc.get().uri("/answers/desk").with(user(users.loadUserByUsername("office.leader")))).hasStatusOk()
        .bodyText().contains("页面上写的", "同意公开").doesNotContain("??");
    var answer = answers.ofCase(id).get(0).id();
    assertThat(post("officer", "/answers/" + answer + "/approval", "approved", "true")).hasStatus(403);
    assertThat(post("office.leader", "/answers/" + answer + "/approval", "approved", "true")).hasStatus(303);

    assertThat(answers.ofCase(id).get(0).state()).isEqualTo(State.PUBLISHED);
  }

  private CaseId closed() {
    var id = petitions.registered();
    petitions.screen(id, Screenings.guide());
    return id;
  }

  private String place(CaseId id) {
    return answers.places(cases.get(id)).get(0).id();
  }

  private ProposeAnswer proposal(CaseId id, String title, String question) {
    return new ProposeAnswer(id, title, question, "已经加装二十盏路灯，每周检查一次。", "environment",
        answers.places(cases.get(id)).get(0).id());
  }

  private List<UUID> found(String words) {
    return answers.find(words, "", Optional.empty()).rows().stream().map(PublishedAnswer::id).toList();
  }

  private List<String> acts(CaseId id) {
    return audit.of(id).stream().map(AuditEntry::act).toList();
  }

  private MvcTestResult post(String account, String path, String... fields) {
    var form = mvc.post().uri(path).with(csrf()).with(user(users.loadUserByUsername(account)));
    for (var i = 0; i < fields.length; i += 2) {
      form.param(fields[i], fields[i + 1]);
    }
    return form.exchange();
  }
}
