package org.petitiondesk.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.accountability.AccountabilityReview;
import org.petitiondesk.accountability.Cause;
import org.petitiondesk.accountability.ClaimCause;
import org.petitiondesk.accountability.FactStatement;
import org.petitiondesk.accountability.Lessons;
import org.petitiondesk.accountability.NamePanel;
import org.petitiondesk.accountability.ReviewService;
import org.petitiondesk.accountability.Track;
import org.petitiondesk.casefile.CaseFiles;

import org.petitiondesk.casefile.CaseQuery;
import org.petitiondesk.casefile.CaseRow;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.escalation.PauseRequests;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.CallBack;
import org.petitiondesk.petition.CallBackDecision;
import org.petitiondesk.petition.DissatisfactionService;
import org.petitiondesk.petition.PetitionDissatisfaction;
import org.petitiondesk.petition.PetitionRatingExclusion;
import org.petitiondesk.petition.PetitionReconsideration;
import org.petitiondesk.petition.RatingExclusions;
import org.petitiondesk.petition.ReconsiderationService;
import org.petitiondesk.petition.Satisfaction;
import org.petitiondesk.petition.Solved;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What comes on the way and after an answer: one case waits for an appraisal, one petitioner asks the next higher body,
 * another is called back and the case reviewed, one rating is excluded, and what one case has taught goes round.
 */
@Component
@Profile("demo")
class DemoFollowUps {

  private final ReconsiderationService reconsiderations;
  private final DissatisfactionService dissatisfaction;
  private final RatingExclusions exclusions;
  private final PauseRequests pauses;
  private final ReviewService panels;
  private final Lessons lessons;
  private final CaseFiles cases;
  private final Processes processes;
  private final Accounts accounts;
  private final Clock clock;

  DemoFollowUps(ReconsiderationService reconsiderations, DissatisfactionService dissatisfaction,
      RatingExclusions exclusions, PauseRequests pauses, ReviewService panels, Lessons lessons, CaseFiles cases,
      Processes processes, Accounts accounts, Clock clock) {
    this.reconsiderations = reconsiderations;
    this.dissatisfaction = dissatisfaction;
    this.exclusions = exclusions;
    this.pauses = pauses;
    this.panels = panels;
    this.lessons = lessons;
    this.cases = cases;
    this.processes = processes;
    this.accounts = accounts;
    this.clock = clock;
  }

  void make() {
    if (!lessons.library(Optional.empty(), Optional.empty(), accounts.actor("officer")).isEmpty()) {
      return;
    }
    in(CaseStatus.HANDLING).stream().map(CaseRow::id).filter(this::waitForAppraisal).findFirst();
    in(CaseStatus.DELIVERED).stream().findFirst().ifPresent(row -> reconsider(row.id()));
    var unhappy = in(CaseStatus.CLOSED).stream().map(CaseRow::id)
        .filter(id -> find(id, PetitionDissatisfaction.USER_CALL_BACK).isPresent()).toList();
    var reviewed = unhappy.stream().filter(id -> cases.get(id).demandClass() == DemandClass.CLAIM).findFirst();
    reviewed.ifPresent(this::review);
    unhappy.stream().filter(id -> !reviewed.equals(Optional.of(id)))
        .forEach(id -> callBack(id, CallBackDecision.EXPLAINED, "已向信访人当面说明政策依据，信访人表示理解。"));
    in(CaseStatus.CLOSED).stream().map(CaseRow::id).filter(id -> !reviewed.equals(Optional.of(id)))
        .filter(id -> exclusions.mayLook(id, accounts.actor("officer"))).findFirst().ifPresent(this::exclude);
    in(CaseStatus.CLOSED).stream().filter(row -> row.leadUnit().isPresent()).findFirst()
        .ifPresent(row -> learn(row.id()));
  }

  /** Asked for where the table allows it; the unit's leader has not decided. */
  private boolean waitForAppraisal(CaseId id) {
    var handler = accounts.actor(cases.get(id).officer().orElseThrow());
    if (pauses.possible(id, handler).stream().noneMatch(possible -> possible.reason().equals("appraisal"))) {
      return false;
    }
    pauses.ask(id, "appraisal", Dates.today(clock), "已委托有资质的机构现场检测，出具报告约需三周。", handler);
    return true;
  }

  /** Proposed by the office and signed by its leader. */
  private void exclude(CaseId id) {
    exclusions.propose(id, "回访时信访人说明评价时点错了选项。",
        List.of(new Upload("误评说明.txt", "本人对办理结果没有意见，评价时点错。".getBytes(StandardCharsets.UTF_8))),
        accounts.actor("officer"));
    exclusions.sign(id, item(id, PetitionRatingExclusion.USER_COUNTERSIGN), true, "有信访人本人的书面说明，予以剔除。",
        accounts.actor("office.leader"));
  }

  /** The body has let the request in and examines it. */
  private void reconsider(CaseId id) {
    reconsiderations.ask(id, "答复说已经整改，但现场没有变化；调查时没有通知我到场。", List.of());
    reconsiderations.admit(id, item(id, PetitionReconsideration.USER_ADMIT), true, "",
        accounts.actor("review.reviewer"));
  }

  /** The panel sits, and the unit has shown the cause. */
  private void review(CaseId id) {
    callBack(id, CallBackDecision.REVIEW, "回访时信访人说没有人与其见面，问题没有解决。");
    var reviewers = new EnumMap<Track, String>(Track.class);
    Arrays.stream(Track.values()).forEach(track -> reviewers.put(track, "reviewer"));
    panels.namePanel(item(id, AccountabilityReview.USER_NAME_PANEL),
        new NamePanel("land.leader", reviewers, Dates.today(clock).plusDays(15), Set.of(), ""),
        accounts.actor("office.leader"));
    var cause = processes.openTasks(id).stream().filter(task -> task.key().equals(AccountabilityReview.USER_CLAIM))
        .filter(task -> task.form().contains("/" + Track.CAUSE + "/")).findFirst().orElseThrow().id();
    panels.claimCause(cause,
        new ClaimCause(
            List.of(new FactStatement(FactStatement.Side.PETITIONER, "从提出到答复，没有人来见过我。"),
                new FactStatement(FactStatement.Side.UNIT, "以书面材料为准作出答复，没有约见信访人。")),
            List.of(new Cause(1, 1, "答复前没有听取信访人意见", Cause.Kind.DIRECT, false),
                new Cause(2, 2, "单位没有“必见面”的规定和记录", Cause.Kind.UNDERLYING, true)),
            Map.of(1, List.of(new Upload("办理流程.txt", "收文、调查、拟稿、审批".getBytes(StandardCharsets.UTF_8))))),
        accounts.actor(cases.get(id).leadUnit().orElseThrow() + ".leader"));
  }

  private void callBack(CaseId id, CallBackDecision decision, String words) {
    dissatisfaction.callBack(new CallBack(id, item(id, PetitionDissatisfaction.USER_CALL_BACK), Solved.NO,
        Satisfaction.SATISFIED, Satisfaction.BASICALLY_SATISFIED, decision, words), accounts.actor("officer"));
  }

  private void learn(CaseId id) {
    var officer = accounts.actor("officer");
    var lesson = lessons.write(id, "接报后先到现场，再打电话", "两次转办都只打了电话，第三次到现场才发现是排水管断裂。凡涉及设施的诉求，首次办理应当到现场并留下照片。",
        "没有到现场核实", "你单位最近一次没有到现场就答复是什么时候？", officer);
    lessons.circulate(lesson, List.of("housing.handler", "transport.handler", "urban_management.leader"), List.of(),
        officer);
    var item = processes.openTasks(lesson.chain()).stream()
        .filter(task -> task.form().endsWith("reader=housing.handler")).findFirst().orElseThrow().id();
    lessons.acknowledge(item, "上月有一件，已补做现场核实。", accounts.actor("housing.handler"));
  }

  private String item(CaseId id, String key) {
    return find(id, key).orElseThrow();
  }

  private Optional<String> find(CaseId id, String key) {
    return processes.openTasks(id).stream().filter(task -> task.key().equals(key)).map(OpenTask::id).findFirst();
  }

  private List<CaseRow> in(CaseStatus status) {
    return cases.find(new CaseQuery(Optional.empty(), Optional.of(status), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), accounts.actor("officer"),
        Optional.empty()).rows();
  }
}
