package org.petitiondesk.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The certification of a community, from its application to the day on which it loses its title; no Java of its own. */
@DeskTest
class MatterStoryTests {

  private static final String PROCESS = "certification_campaign";
  private static final Instant APPLIED = Instant.parse("2048-03-02T02:00:00Z");

  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private UserDetailsService users;
  @Autowired
  private Processes engine;
  @Autowired
  private Jobs jobs;
  @Autowired
  private MatterRegister register;
  @Autowired
  private Clocks clocks;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private MovableClock clock;

  private final MatterId id = MatterId.next();

  @AfterEach
  void backToNow() {
    jobs.moveTo(Instant.now());
  }

  @Test
  void aCommunityAppliesIsExaminedThreeTimesIsNamedAndLosesItsTitle() {
    jobs.moveTo(APPLIED);
    applied();
    selfChecked();
    var street = examined("liuyin.leader", "improve");
    assertThat(post("liuyin.leader", street, Map.of("outcome", "pass"))).hasStatus(HttpStatus.CONFLICT);
    finish("grid", selfCheck("yes"));
    examined("liuyin.leader", "pass");
    examined("officer", "pass");
    examined("office.leader", "pass");

    // 公示: everybody reads it, and nobody has anything to do until it is over.
    assertThat(engine.openTasks(id.chain())).isEmpty();
    assertThat(clocks.of(id.chain())).extracting(ClockState::kind, ClockState::unit, ClockState::running)
        .containsExactly(tuple("certification_examination", "liuyin", false));
    assertThat(mvc.get().uri("/announcements").exchange()).hasStatusOk().bodyText().contains("拟命名社区公示",
        "桂花社区创建“三零”社区&lt;b&gt;", "2048").doesNotContain("??", "矛盾不上交");
    jobs.liveUntil(id.chain(), clock.instant().plus(Duration.ofDays(8)));
    assertThat(mvc.get().uri("/announcements").exchange()).bodyText().doesNotContain("桂花社区创建");
    finish("officer", Map.of("objections", "0", "verification", "无", "standing", "stands"));
    var naming = item("office.leader");
    assertThat(post("office.leader", naming, Map.of("documentNumber", "临信发第12号", "named", "yes")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("格式不对", "临信发第12号");
    finish("office.leader", Map.of("documentNumber", "临信发〔2048〕12号", "named", "yes"));

    var recheck = Map.of("recheckedOn", "2049-03-20", "recheckScore", "71", "recheckFindings", "出现集体上访");
    assertThat(get("grid", "/matters/messages")).hasStatusOk().bodyText().contains("社区已获命名").doesNotContain("??");
    assertThat(get("liuyin.handler", "/matters/messages")).bodyText().doesNotContain("社区已获命名");
    jobs.liveUntil(id.chain(), clock.instant().plus(Duration.ofDays(366 + 27)));
    assertThat(audit.of(id.chain())).extracting(AuditEntry::act).contains("matter.reminded", "alarm.remind");
    assertThat(get("liuyin.handler", "/inbox")).bodyText().contains("年度复查时限到 ");
    finish("liuyin.handler", and(recheck, "keep", "keep"));
    assertThat(engine.openTasks(id.chain())).isEmpty();
    jobs.liveUntil(id.chain(), clock.instant().plus(Duration.ofDays(366)));
    finish("liuyin.handler2", and(recheck, "keep", "withdraw"));
    assertThat(get("office.leader", item("office.leader"))).bodyText().contains("出现集体上访");
    finish("office.leader", Map.of("withdrawn", "yes", "reasons", "两年复查均不达标"));

    assertThat(get("grid", "/matters/" + id)).hasStatusOk().bodyText().contains("已撤销称号", "临信发〔2048〕12号",
        "两年复查均不达标", "创建申报", "“三零”社区", "拟命名社区公示", "data-clock=\"certification_recheck\"", "data-diagram=")
        .doesNotContain("??");
    assertThat(get("grid", "/matters?standing=ended&process=" + PROCESS)).hasStatusOk().bodyText()
        .contains(id.toString());
    assertThat(get("grid", "/matters?standing=open")).bodyText().doesNotContain(id.toString());
    assertThat(get("liuyin.leader", "/matters/figures")).hasStatusOk().bodyText().contains("社区创建命名", "桂花社区居民委员会")
        .doesNotContain("??");
    assertThat(audit.of(id.chain())).extracting(AuditEntry::act).startsWith("matter.started").contains("matter.step",
        "item.completed").contains("matter.note").endsWith("matter.ended");
    assertThat(audit.of(id.chain())).filteredOn(entry -> entry.act().equals("matter.step")).hasSize(11)
        .allSatisfy(entry -> assertThat(entry.details().toString()).doesNotContain("集体上访"));
  }

  private void applied() {
    var start = "/matters/new/" + PROCESS;
    assertThat(get("grid", "/matters/new")).hasStatusOk().bodyText().contains("社区创建命名", start).doesNotContain("??");
    assertThat(get("officer", "/matters/new")).hasStatusOk().bodyText().doesNotContain(start);
    assertThat(get("officer", start)).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(get("auditor", start)).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(get("grid", "/matters/new/petition_handling")).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(get("grid", start)).hasStatusOk().bodyText().contains("申报名称", "name=\"field-households\"")
        .doesNotContain("??");

    // What the form does not ask for is not taken, what it asks for must be there.
    assertThat(post("grid", start, Map.of("honour", "best_of_all", "households", "many", "since", "2048-02-30",
        "matter", id.toString()))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
        .contains("请填写数字", "请填写日期", "请从选项中选择", "请填写", "many");
    assertThat(engine.openTasks(id.chain())).isEmpty();
    var application = Map.of("title", "桂花社区创建“三零”社区<b>", "honour", "three_zero", "households", "1860",
        "openDisputes", "2", "since", "2048-01-05", "grounds", "网格全覆盖，矛盾不上交，一年来没有集体上访。", "matter",
        id.toString());
    Stream.of(1, 2).forEach(click -> assertThat(post("grid", start, and(application, "ownUnit", "xfj")))
        .hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/matters/" + id));
    assertThat(engine.openTasks(id.chain())).extracting(OpenTask::group)
        .containsExactly("grid_officer@liuyin-guihua");
    assertThat(register.entries(id)).hasSize(1);
    assertThat(post("officer", start, application)).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(get("grid", "/inbox")).bodyText().contains("桂花社区创建“三零”社区&lt;b&gt;").doesNotContain("社区<b>");
    assertThat(get("liuyin.handler", "/matters/" + id)).hasStatusOk();
    assertThat(get("housing.leader", "/matters/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(get("housing.leader", "/matters")).bodyText().doesNotContain(id.toString());
  }

  private void selfChecked() {
    var item = item("grid");
    assertThat(get("grid", item)).hasStatusOk().bodyText().contains("对照标准自查", "data-item=").doesNotContain("??");
    assertThat(get("liuyin.leader", item)).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(post("liuyin.leader", item, selfCheck("yes"))).hasStatus(HttpStatus.FORBIDDEN);
    assertThat(get("grid", "/matters/" + MatterId.next() + item.substring(item.indexOf("/items"))))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(post("grid", item, Map.of("score", "120", "shortcomings", "无", "ready", "yes")))
        .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains("不能大于 100");
    finish("grid", selfCheck("yes"));
    assertThat(post("grid", item, selfCheck("no"))).hasStatus(HttpStatus.CONFLICT);
    assertThat(register.entries(id)).hasSize(2);
  }

  /** The form shows what earlier steps said, and takes nothing for what it only shows. */
  private String examined(String account, String outcome) {
    var item = item(account);
    assertThat(get(account, item)).hasStatusOk().bodyText().contains("桂花社区创建", "<dt>自查得分</dt>")
        .doesNotContain("name=\"field-title\"");
    assertThat(post(account, item, Map.of("visitedOn", "2048-03-10", "findings", "现场查看属实", "outcome", outcome,
        "title", "别的名称"))).hasStatus(HttpStatus.SEE_OTHER);
    assertThat(register.entries(id).get(register.entries(id).size() - 1).answers().values()).doesNotContainKey("title");
    return item;
  }

  private void finish(String account, Map<String, String> fields) {
    assertThat(post(account, item(account), fields)).hasStatus(HttpStatus.SEE_OTHER);
  }

  private String item(String account) {
    var open = engine.openTasks(id.chain());
    assertThat(open).as("work of " + account).hasSize(1);
    return "/matters/" + id + "/items/" + open.get(0).id();
  }

  private static Map<String, String> selfCheck(String ready) {
    return Map.of("score", "92", "noPetition", "true", "noAccident", "true", "shortcomings", "楼道堆物，月底前清理", "ready",
        ready);
  }

  private static Map<String, String> and(Map<String, String> fields, String name, String value) {
    return Stream.concat(fields.entrySet().stream(), Stream.of(Map.entry(name, value)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private MvcTestResult get(String account, String address) {
    return mvc.get().uri(address).with(user(users.loadUserByUsername(account))).exchange();
  }

  private MvcTestResult post(String account, String address, Map<String, String> fields) {
    var request = mvc.post().uri(address).with(user(users.loadUserByUsername(account))).with(csrf());
    fields.forEach((name, value) -> request.param(List.of("matter").contains(name) ? name : "field-" + name, value));
    return request.exchange();
  }
}
