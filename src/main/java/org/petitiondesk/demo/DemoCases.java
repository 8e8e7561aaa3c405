package org.petitiondesk.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.CaseQuery;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.PointAnswer;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.engine.EngineTime;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.escalation.Extensions;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.petitiondesk.notice.HandOverLetter;
import org.petitiondesk.notice.NoticeDelivery;
import org.petitiondesk.notice.NoticeService;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.AcceptPetition;
import org.petitiondesk.petition.AssignmentService;
import org.petitiondesk.petition.DraftReply;
import org.petitiondesk.petition.HandlingService;
import org.petitiondesk.petition.ObjectionRuling;
import org.petitiondesk.petition.ObjectionService;
import org.petitiondesk.petition.ObjectToAssignment;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionObjection;
import org.petitiondesk.petition.PetitionReply;
import org.petitiondesk.petition.PetitionerService;
import org.petitiondesk.petition.RatePetition;
import org.petitiondesk.petition.RatedVia;
import org.petitiondesk.petition.RecordJointMeeting;
import org.petitiondesk.petition.ReplyService;
import org.petitiondesk.petition.RuleObjection;
import org.petitiondesk.petition.Satisfaction;
import org.petitiondesk.petition.ScreenPetition;
import org.petitiondesk.petition.ScreeningService;
import org.petitiondesk.petition.ScreeningVerdict;
import org.petitiondesk.petition.Solved;
import org.petitiondesk.petition.Suggestions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Walks made-up petitions through the real services, each as far as its line says, on a clock that starts in the past:
 * what a first visitor sees has been handled, not inserted.
 */
@Component
@Profile("demo")
class DemoCases {

  private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);

  private static final String OFFICE = "xfj";
  private static final LocalTime MORNING = LocalTime.of(9, 20);

  private final Accounts accounts;
  private final CaseFiles cases;
  private final Suggestions suggestions;
  private final ScreeningService screening;
  private final AssignmentService assignment;
  private final ObjectionService objections;
  private final HandlingService handling;
  private final ReplyService replies;
  private final PetitionerService petitioner;
  private final Extensions extensions;
  private final NoticeService notices;
  private final Processes processes;
  private final EngineTime engineTime;
  private final MovableClock clock;
  private final int wanted;

  DemoCases(Accounts accounts, CaseFiles cases, Suggestions suggestions, ScreeningService screening,
      AssignmentService assignment, ObjectionService objections, HandlingService handling, ReplyService replies,
      PetitionerService petitioner,
      Extensions extensions, NoticeService notices, Processes processes, EngineTime engineTime, MovableClock clock,
      @Value("${petition-desk.demo.cases:1000}") int wanted) {
    this.accounts = accounts;
    this.cases = cases;
    this.suggestions = suggestions;
    this.screening = screening;
    this.assignment = assignment;
    this.objections = objections;
    this.handling = handling;
    this.replies = replies;
    this.petitioner = petitioner;
    this.extensions = extensions;
    this.notices = notices;
    this.processes = processes;
    this.engineTime = engineTime;
    this.clock = clock;
    this.wanted = wanted;
  }

  void make() {
    if (wanted == 0
        || !cases.find(CaseQuery.everything(), accounts.actor("office.leader"), Optional.empty()).rows().isEmpty()) {
      return;
    }
    var petitions = DemoPetition.all().stream().sorted((a, b) -> b.daysAgo() - a.daysAgo()).limit(wanted).toList();
    engineTime.byHand(() -> petitions.forEach(petition -> new Walk(petition).run()));
    clock.reset();
    LOG.info("Made {} demo petitions", petitions.size());
  }

  /** One petition on its way; every act happens some days after the one before. */
  private final class Walk {

    private final DemoPetition petition;
    private final Instant now;
    private final LocalDate registeredOn;
    private CaseId id;

    Walk(DemoPetition petition) {
      this.petition = petition;
      // The walk before has left the clock in the past.
      clock.reset();
      this.now = clock.instant();
      this.registeredOn = Dates.today(clock).minusDays(petition.daysAgo());
    }

    void run() {
      at(0);
      id = cases.register(lodged(), petition.channel() == Channel.WEB ? Actor.PUBLIC : officer()).id();
      switch (petition.stage()) {
        case "registered" -> {
          // Waits for its screening.
        }
        case "supplement" -> screen(ScreeningVerdict.SUPPLEMENT, "请补充事情发生的时间、地点、单位名称和现有的凭证。");
        case "guided" -> screen(ScreeningVerdict.GUIDE, "诉求属于法律规定的其他途径，信访程序不能代替。");
        case "refused" -> screen(ScreeningVerdict.REFUSE, "同一事项正在办理或者已经终结，没有新的事实和理由。");
        case "mediated" -> screen(ScreeningVerdict.MEDIATE, "双方当事人都愿意调解，转人民调解委员会。");
        case "merged" -> merge();
        case "report" -> screen(ScreeningVerdict.ACCEPT, "");
        case "assigned" -> screen(ScreeningVerdict.ACCEPT, "");
        case "objected" -> object();
        case "ruled" -> rule();
        case "withdrawn" -> withdraw();
        default -> handle();
      }
      engineTime.passUntil(now);
      engineTime.workOff();
    }

    private void handle() {
      screen(ScreeningVerdict.ACCEPT, "");
      accept();
      handOverLetters(4);
      note(7);
      if (petition.stage().equals("extension")) {
        at(56);
        extensions.ask(id, 30, "企业改制时的人事档案分散在三处，需要向档案馆和原主管单位调取、核对，预计下月中旬完成。", handler());
      }
      if (Set.of("handling", "co-handling", "extension").contains(petition.stage())) {
        // Of the oldest nobody has heard since.
        if (petition.daysAgo() > 15 && petition.daysAgo() < 60) {
          note(petition.daysAgo() - 5);
        }
        return;
      }
      at(12);
      handling.finish(id, item(PetitionHandling.USER_HANDLE), handler());
      if (petition.stage().equals("drafting")) {
        return;
      }
      draft(14, petition.stage().equals("explained") ? Outcome.EXPLAINED : Outcome.SUPPORTED);
      if (petition.stage().equals("approving")) {
        return;
      }
      at(16);
      if (petition.stage().equals("returned")) {
        replies.decide(id, item(PetitionReply.USER_APPROVE_REPLY), false, "事实部分请写明核实的时间、地点和在场人员，并附收费凭证。",
            leader());
        return;
      }
      replies.decide(id, item(PetitionReply.USER_APPROVE_REPLY), true, "", leader());
      if (petition.stage().equals("posting")) {
        return;
      }
      engineTime.workOff();
      handOverLetters(18);
      engineTime.workOff();
      rate();
    }

    private void screen(ScreeningVerdict verdict, String reason) {
      at(1);
      screen(verdict, reason, Optional.empty());
    }

    private void screen(ScreeningVerdict verdict, String reason, Optional<CaseId> target) {
      var suggestion = suggestions.of(id);
      var route = verdict == ScreeningVerdict.GUIDE ? Math.min(suggestion.route(), 5) : 6;
      var leadUnit = verdict == ScreeningVerdict.ACCEPT ? petition.leadUnit() : "";
      List<String> coUnits = petition.stage().equals("co-handling")
          ? List.of("urban_management", "transport")
          : List.of();
      screening.screen(new ScreenPetition(id, item(PetitionHandling.USER_SCREEN), verdict, suggestion.category(),
          petition.demandClass(), route, suggestion.urgency(),
          suggestion.simpleTrack() && coUnits.isEmpty() && isQuick(),
          List.of(petition.title()), leadUnit, coUnits, reason,
          verdict == ScreeningVerdict.GUIDE ? "有管辖权的人民法院、仲裁机构或者行政机关" : "",
          verdict == ScreeningVerdict.GUIDE ? "以该程序的法定期限为准，请尽快提出" : "", target), officer());
    }

    /** Nobody takes the short way with what they can not settle in its time. */
    private boolean isQuick() {
      return petition.daysAgo() < 10 || Set.of("solved", "explained", "answered", "suggestion", "delivered")
          .contains(petition.stage());
    }

    private void merge() {
      at(1);
      var target = cases.similar(id).stream().filter(row -> row.closingState().isEmpty()).findFirst();
      if (target.isPresent()) {
        screen(ScreeningVerdict.MERGE, "与已登记的案件是同一地点、同一事项。", Optional.of(target.get().id()));
      }
    }

    private void accept() {
      at(2);
      assignment.accept(new AcceptPetition(id, item(PetitionAssignment.USER_ACCEPT), petition.leadUnit() + ".leader"),
          handler());
    }

    private void object() {
      screen(ScreeningVerdict.ACCEPT, "");
      at(3);
      objections.object(new ObjectToAssignment(id, item(PetitionAssignment.USER_ACCEPT), "该路段路灯由城市照明管理单位负责，建议改派。",
          "《临江区城市照明设施管护分工方案》第二条"), handler());
    }

    /** What the joint meeting says then is shown to whoever assigns the next matter of this kind. */
    private void rule() {
      object();
      at(5);
      objections.decide(id, item(PetitionObjection.USER_DECIDE), false, "移交以前的路段仍由贵局管护，本路段尚未移交。", officer());
      at(9);
      objections.recordMeeting(
          new RecordJointMeeting(new RuleObjection(id, item(PetitionObjection.USER_RECORD_MEETING),
              ObjectionRuling.DISMISS, "", "该路段照明设施尚未办理移交，移交以前由区城市管理局管护并答复信访人。", "《临江区城市照明设施管护分工方案》第五条"),
              Dates.today(clock), "区信访局、区城市管理局、区住房和城乡建设局、望湖街道办事处",
              List.of(new Upload("联席会议纪要.txt", "会议议定：移交以前由区城市管理局管护。".getBytes(StandardCharsets.UTF_8)))),
          accounts.actor("meeting.leader"));
      at(10);
      assignment.accept(new AcceptPetition(id, item(PetitionAssignment.USER_ACCEPT), petition.leadUnit() + ".leader"),
          handler());
    }

    private void withdraw() {
      screen(ScreeningVerdict.ACCEPT, "");
      accept();
      at(5);
      petitioner.withdraw(id, "已与对方协商解决，不再要求答复。", officer());
    }

    private void note(int day) {
      at(day);
      handling.note(id, item(PetitionHandling.USER_HANDLE), "已到现场查看，与信访人和有关单位当面核对情况，双方对主要事实没有争议。下一步调取台账和记录。",
          List.of(), handler());
    }

    private void draft(int day, Outcome outcome) {
      at(day);
      var answers = cases.points(id).stream()
          .map(point -> new PointAnswer(point.number(), "经现场核实并查阅台账，信访人反映的情况基本属实，有关单位已经说明原因。",
              "依照《信访工作条例》第三十二条和本行业现行管理规定。", outcome))
          .toList();
      replies.draft(new DraftReply(id, item(PetitionReply.USER_DRAFT_REPLY), answers,
          "如不服本处理意见，可以自收到之日起三十日内向云溪市人民政府书面请求复查，逾期不再受理。", replies.methods(id).get(0)), handler());
    }

    private void rate() {
      var solved = switch (petition.stage()) {
        case "solved" -> Solved.YES;
        case "explained" -> Solved.YES;
        case "answered", "suggestion" -> Solved.NO;
        default -> null;
      };
      if (solved == null) {
        return;
      }
      at(21);
      petitioner
          .rate(new RatePetition(id, solved, solved == Solved.YES ? Satisfaction.SATISFIED : Satisfaction.NOT_SATISFIED,
              Satisfaction.BASICALLY_SATISFIED, "", RatedVia.CALL_BACK), officer());
    }

    private void handOverLetters(int day) {
      at(day);
      processes.openTasks(id).stream().filter(task -> task.key().equals(NoticeDelivery.USER_HAND_OVER_LETTER))
          .forEach(task -> notices.handOver(task.id(), new HandOverLetter(DeliveryMethod.IN_PERSON,
              Dates.today(clock), "当面签收，签收单编号 " + petition.daysAgo(), Optional.empty()), keeper(task)));
    }

    /** The demo account of the group that an item waits for. */
    private Actor keeper(OpenTask task) {
      var unit = task.group().substring(task.group().indexOf('@') + 1);
      return unit.equals(OFFICE) ? officer() : accounts.actor(unit + ".handler");
    }

    private RegisterCase lodged() {
      var byMail = petition.channel() == Channel.WEB;
      var byPost = petition.channel() == Channel.LETTER;
      var number = Math.floorMod(petition.title().hashCode(), 10_000);
      var party = new NewParty(PartyRole.PETITIONER, PartyKind.PERSON, petition.petitioner(), "",
          "1990000%04d".formatted(number), byMail ? "petitioner%04d@linjiang.example".formatted(number) : "",
          byPost ? "云溪市临江区示例路" + number % 200 + "号" : "", true, byMail);
      return new RegisterCase(CaseKind.PETITION, petition.channel(), petition.demandClass(), registeredOn, OFFICE,
          petition.territory(), petition.title(), petition.text(), false, List.of(party), List.of(petition.title()),
          List.of());
    }

    private String item(String key) {
      return processes.openTasks(id).stream().filter(task -> task.key().equals(key)).findFirst().orElseThrow().id();
    }

    /** Moves to a day of the case's life, squeezed so that every act of a young case is over by yesterday. */
    private void at(int day) {
      var squeezed = Math.min(day * 24L * 60, petition.daysAgo() * 24L * 60 * day / 24);
      var moment = registeredOn.atTime(MORNING).atZone(Dates.ZONE).toInstant().plus(Duration.ofMinutes(squeezed));
      if (id == null) {
        engineTime.moveTo(moment);
      } else {
        engineTime.passUntil(moment);
      }
    }

    /** A report is handled by the office's leader, who is named on it from the start. */
    private Actor officer() {
      if (petition.demandClass() == DemandClass.REPORT) {
        return accounts.actor("office.leader");
      }
      return accounts.actor(petition.daysAgo() % 2 == 0 ? "officer" : "officer2");
    }

    private Actor handler() {
      return accounts.actor(petition.leadUnit() + ".handler");
    }

    private Actor leader() {
      return accounts.actor(petition.leadUnit() + ".leader");
    }
  }
}
