package org.petitiondesk.browser;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.petitiondesk.accountability.AccountabilityReview;
import org.petitiondesk.accountability.Review;
import org.petitiondesk.accountability.ReviewedCases;
import org.petitiondesk.accountability.Track;
import org.petitiondesk.accountability.AccountabilityCancellation;
import org.petitiondesk.accountability.AccountabilityRectification;
import org.petitiondesk.accountability.RectificationId;
import org.petitiondesk.accountability.RectifiedCases;
import org.petitiondesk.calendar.CalendarChanges;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.OfficialNotice;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.FollowerCode;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.Receipt;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.designer.DraftId;
import org.petitiondesk.designer.DraftService;
import org.petitiondesk.designer.MigrationId;
import org.petitiondesk.designer.MigrationService;
import org.petitiondesk.dispute.DisputeConfirmation;
import org.petitiondesk.dispute.DisputeDanger;
import org.petitiondesk.dispute.DisputeMediation;
import org.petitiondesk.dispute.MediatedCases;
import org.petitiondesk.dispute.Side;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.engine.FailedJob;
import org.petitiondesk.engine.IncidentObserver;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.engine.Publication;
import org.petitiondesk.engine.PublishedModels;
import org.petitiondesk.escalation.EscalationSupervision;
import org.petitiondesk.escalation.SupervisedCases;
import org.petitiondesk.escalation.SupervisionId;
import org.petitiondesk.escalation.Overdue;
import org.petitiondesk.escalation.SupervisionKind;
import org.petitiondesk.escalation.WrittenNotices;
import org.petitiondesk.inbox.WordRequest.Kind;
import org.petitiondesk.inbox.Words;
import org.petitiondesk.intake.ProposeAnswer;
import org.petitiondesk.intake.PublishedAnswers;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.matter.MatterId;
import org.petitiondesk.matter.MatterService;
import org.petitiondesk.notice.NoticeDelivery;
import org.petitiondesk.notice.NoticeService;
import org.petitiondesk.notice.Notices;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.petition.CallBack;
import org.petitiondesk.petition.CallBackDecision;
import org.petitiondesk.petition.DissatisfactionService;
import org.petitiondesk.petition.ObjectedCases;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionDissatisfaction;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionReconsideration;
import org.petitiondesk.petition.PetitionObjection;
import org.petitiondesk.petition.PetitionRecusal;
import org.petitiondesk.petition.PetitionReply;
import org.petitiondesk.petition.PetitionRatingExclusion;
import org.petitiondesk.petition.RatingExclusions;
import org.petitiondesk.petition.ReconsideredCases;
import org.petitiondesk.petition.RecusalService;
import org.petitiondesk.petition.Satisfaction;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Screenings;
import org.petitiondesk.petition.Solved;
import org.petitiondesk.report.WarnedCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every page of the application, opened by somebody whose page it is, with something on it.
 *
 * <p>A new page gets one line in {@link #all()}; a GET route that is no page gets its reason in {@link #NO_PAGES}.
 */
class Places {

  /** Who follows a petition with the code and the secret of the receipt. */
  static final String PETITIONER = "petitioner";
  /** The other side of a dispute, with its code. */
  static final String SIDE = "side";
  /** Whoever comes by. */
  static final String STRANGER = "stranger";

  /** Routes that answer GET and show no page of their own, with the reason. */
  static final Map<String, String> NO_PAGES = Map.ofEntries(
      Map.entry("/api/v1/petitions/{trackingCode}", "for programs"),
      Map.entry("/receipt/key", "a download"),
      Map.entry("/follow/copy", "a download"),
      Map.entry("/follow/letters/{letter}/text", "a download"),
      Map.entry("/inbox/copies/{id}", "leads to the case page"),
      Map.entry("/petitions/{id}/precedents", "a part of the forms that choose a unit, fetched by them"),
      Map.entry("/inbox/news", "a part of the work list, fetched by it"),
      Map.entry("/cases/{id}", "leads to the case page"),
      Map.entry("/cases/{caseId}/documents/{id}", "a download"),
      Map.entry("/petitions/{id}/file.zip", "a download"),
      Map.entry("/register.csv", "a download"),
      Map.entry("/supervision.xlsx", "a download"),
      Map.entry("/rectifications.xlsx", "a download"),
      Map.entry("/reviews/{id}/documents/{document}", "a download"),
      Map.entry("/petitions/{id}/diagrams/{definition}", "the drawing, fetched by the page of the diagram"),
      Map.entry("/matters/{id}/diagrams/{definition}", "the drawing, fetched by the page of the matter"),
      Map.entry("/inbox/items/{id}", "leads to the form of the item"),
      Map.entry("/designer/drafts/{id}/source", "the text of a draft, fetched by the page that draws it"),
      Map.entry("/designer/drafts/{id}/published", "the text to compare with, fetched by the page that draws it"),
      Map.entry("/designer/drafts/{id}/file", "a download"),
      Map.entry("/designer/models/bpmn/{key}/picture", "the drawing, fetched by the page of the model"),
      Map.entry("/designer/templates", "what can be picked, fetched by the page that draws"),
      Map.entry("/inbox/items/{item}/draft", "what was typed, fetched by the form"));

  private static final String OFFICER = "officer";
  private static final String HANDLER = Petitions.LEAD + ".handler";
  private static final String COLLEAGUE = Petitions.LEAD + ".handler2";
  private static final String LEADER = Petitions.LEAD + ".leader";
  private static final String ADMIN = "admin";
  private static final String DESIGNER = "designer";
  private static final String GRID = "grid";

  private final Petitions petitions;
  private final Processes processes;
  private final Clocks clocks;
  private final Notices notices;
  private final NoticeService noticeService;
  private final Words words;
  private final List<IncidentObserver> operators;
  private final TransactionTemplate transaction;
  private final PublishedAnswers answers;
  private final CaseFiles cases;
  private final Accounts accounts;
  private final Documents documents;
  private final CalendarChanges changes;
  private final JdbcClient workItems;
  private final Overdue overdue;
  private final WrittenNotices written;
  private final WarnedCases warned;
  private final RecusalService recusals;
  private final DissatisfactionService dissatisfaction;
  private final RatingExclusions exclusions;
  private final SupervisedCases supervised;
  private final ReviewedCases reviewed;
  private final RectifiedCases rectified;
  private final ReconsideredCases reconsidered;
  private final ObjectedCases objected;
  private final DraftService drafts;
  private final PublishedModels models;
  private final MatterService matters;
  private final MigrationService migrations;
  private final MediatedCases mediated;
  private Receipt followed;
  private FollowerCode side;

  Places(Petitions petitions, Processes processes, Clocks clocks, Notices notices, NoticeService noticeService,
      Words words, List<IncidentObserver> operators, TransactionTemplate transaction, PublishedAnswers answers,
      CaseFiles cases, Accounts accounts, Documents documents, CalendarChanges changes, JdbcClient workItems,
      SupervisedCases supervised, RectifiedCases rectified, Overdue overdue, WrittenNotices written,
      WarnedCases warned, RecusalService recusals, DissatisfactionService dissatisfaction,
      RatingExclusions exclusions, ReviewedCases reviewed, ReconsideredCases reconsidered,
      ObjectedCases objected, DraftService drafts, PublishedModels models, MatterService matters,
      MigrationService migrations,
      MediatedCases mediated) {
    this.mediated = mediated;
    this.petitions = petitions;
    this.processes = processes;
    this.clocks = clocks;
    this.notices = notices;
    this.noticeService = noticeService;
    this.words = words;
    this.operators = operators;
    this.transaction = transaction;
    this.answers = answers;
    this.cases = cases;
    this.accounts = accounts;
    this.documents = documents;
    this.changes = changes;
    this.workItems = workItems;
    this.supervised = supervised;
    this.reviewed = reviewed;
    this.rectified = rectified;
    this.overdue = overdue;
    this.written = written;
    this.warned = warned;
    this.recusals = recusals;
    this.dissatisfaction = dissatisfaction;
    this.exclusions = exclusions;
    this.reconsidered = reconsidered;
    this.objected = objected;
    this.drafts = drafts;
    this.models = models;
    this.matters = matters;
    this.migrations = migrations;
  }

  /** A running case on its way to a version in which its step has another id. */
  private MigrationId moving() {
    var model = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'"
        + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'><process id='places_moving' name='搬家'"
        + " isExecutable='true' camunda:historyTimeToLive='P1D'><startEvent id='start'/>"
        + "<sequenceFlow id='f1' sourceRef='start' targetRef='user_work'/><userTask id='user_work' name='做事'"
        + " camunda:candidateGroups='officer@xfj' camunda:formKey='inbox'/>"
        + "<sequenceFlow id='f2' sourceRef='user_work' targetRef='end'/><endEvent id='end'/></process></definitions>";
    var at = cases.get(petitions.registered()).registeredAt();
    var publication = new Publication("office.leader", DESIGNER, at, "改名", Optional.empty());
    models.publish(ModelKind.BPMN, "places_moving", "搬家", model, publication);
    processes.start("places_moving", petitions.registered(), Facts.none());
    models.publish(ModelKind.BPMN, "places_moving", "搬家", model.replace("user_work", "user_do"), publication);
    return migrations.plan("places_moving", Set.of(1), accounts.actor(DESIGNER));
  }

  /**
   * @param route as the controller declares it
   * @param visitor whose account opens it, or {@link #STRANGER}, or {@link #PETITIONER}
   * @param status what it answers
   */
  record Place(String route, String visitor, String path, int status) {

    Place(String route, String visitor, String path) {
      this(route, visitor, path, 200);
    }

    @Override
    public String toString() {
      return path + " as " + visitor;
    }
  }

  private DraftId drawn() {
    return drafts.fromVersion(ModelKind.BPMN, "petition_reply", 1, accounts.actor(DESIGNER));
  }

  /** Waits for a leader; its model was published over an older one of the product. */
  private MatterId begun() {
    return matters.start("certification_campaign", MatterId.next(), Map.of("title", List.of("银杏社区创建和谐邻里社区"),
        "honour", List.of("harmony"), "households", List.of("900"), "openDisputes", List.of("0"), "since",
        List.of("2026-03-01"), "grounds", List.of("邻里议事会每月一次，纠纷当月化解。")), accounts.actor(GRID));
  }

  private DraftId submitted() {
    var shipped = models.version(ModelKind.DMN, "petition_closing", 1);
    transaction.executeWithoutResult(status -> models.publish(ModelKind.DMN, "petition_closing", shipped.name(),
        models.source(shipped),
        new Publication("office.leader", DESIGNER, shipped.since(), "不变", Optional.of("older"))));
    var designer = accounts.actor(DESIGNER);
    var draft = drafts.fromVersion(ModelKind.DMN, "petition_closing", 2, designer);
    var text = drafts.source(draft, designer);
    drafts.save(draft, 0, text.replaceFirst("<description>", "<description>说明："), designer);
    drafts.submit(draft, 1, "写清楚说明", designer);
    return draft;
  }

  /** Makes a petition in every state, and says where its pages are. */
  List<Place> all() {
    var late = overdue.undecided();
    var lateItem = overdue.decision(late).id();
    overdue.backToNow();
    var registered = petitions.registered();
    var asked = petitions.registered();
    petitions.screen(asked, Screenings.supplement("请补充经营者的名称和油烟扰民的时间。"));
    var screened = petitions.screened();
    var consulted = petitions.screened();
    var sentBack = petitions.screened();
    petitions.sendBack(sentBack, "该餐馆不在本单位的管辖范围。");
    // Before there is a leader above the office.
    var unread = unread();
    var objecting = objected.objected();
    var meeting = objected.refused();
    var superior = objected.superior();
    var disputed = objected.refused();
    var contributed = petitions.registered();
    petitions.screen(contributed, Screenings.accept(Petitions.LEAD, "urban_management"));
    petitions.accept(contributed);
    var accepted = petitions.accepted();
    recusals.ask(accepted, COLLEAGUE, "与信访人是近亲属", accounts.actor(OFFICER));
    var investigated = petitions.accepted();
    petitions.investigate(investigated);
    var drafted = petitions.drafted();
    followed = petitions.register(Petitions.byPost());
    var settled = mediated.askedToConfirm();
    side = mediated.code(settled, Side.OTHER);
    var replied = followed.id();
    petitions.deliver(replied, Outcome.SUPPORTED);
    var closed = petitions.delivered(Petitions.byPost(), Outcome.SUPPORTED);
    petitions.rate(closed, Solved.YES);
    publish(closed);
    var unhappy = petitions.unhappy();
    exclusions.propose(unhappy, "信访人说明点错了", List.of(new Upload("说明.txt", "点错了".getBytes(StandardCharsets.UTF_8))),
        accounts.actor(OFFICER));
    var sentToMend = petitions.unhappy();
    dissatisfaction.callBack(new CallBack(sentToMend, task(sentToMend, PetitionDissatisfaction.USER_CALL_BACK),
        Solved.NO, Satisfaction.SATISFIED, Satisfaction.SATISFIED, CallBackDecision.BACK, "请补装净化设备"),
        accounts.actor(OFFICER));
    var posted = petitions.accepted(Petitions.byPost());
    var returned = petitions.accepted(Petitions.byPost());
    var lost = lost();
    var handOver = task(posted, NoticeDelivery.USER_HAND_OVER_LETTER);
    noticeService.returned(task(returned, NoticeDelivery.USER_HAND_OVER_LETTER), "查无此人", petitions.handler(returned));
    var repair = task(returned, NoticeDelivery.USER_REPAIR_NOTICE);
    var clock = clocks.of(accepted).get(0).id();
    var chased = supervised.open(accepted, Petitions.LEAD, SupervisionKind.WRITTEN, accounts.actor(OFFICER));
    supervised.fire(accepted, EscalationSupervision.TIMER_ANSWER_OVERDUE);
    var answered = supervised.answered(accepted, Petitions.LEAD, SupervisionKind.TALK, accounts.actor(OFFICER),
        accounts.actor(HANDLER));
    var warning = warned.cluster(LocalDate.parse("2039-06-20"), "environment.noise", "liuyin-guihua");
    var told = warned.instructed(LocalDate.parse("2039-08-15"), "environment.noise", "wanghu-hepan");
    warned.backToNow();
    var lesson = reviewed.circulated(accepted);
    var mended = rectified.order(accepted, 3, 5, 7);
    rectified.complete(mended, 1);
    var elsewhere = supervised.led("education");
    var wrong = rectified.order(elsewhere, 9);
    var mistaken = rectified.order(elsewhere, 9);
    rectified.proposeCancelling(mistaken);
    var visit = rectified.visit(supervised.led("education"));
    rectified.sendBack(mended, 2);
    rectified.sendBack(mended, 2);
    var opened = reviewed.opened();
    var limited = reviewed.limited();
    var heard = reviewed.heard();
    reviewed.claim(heard, Track.CAUSE);
    var named = reviewed.named();
    var reconsideration = reconsidered.asked();
    var opinion = reconsidered.drafted();
    var undeliverable = reconsidered.undeliverable();
    var finalReview = reconsidered.examined();
    var hearing = reconsidered.hearingAsked();
    var called = reconsidered.hearingCalled();
    // The last one: a new petition about the same place would open it again.
    var judged = reviewed.judged();
    var letter = petitions.letters(replied).get(0).id();
    var submitted = submitted();
    var matter = begun();
    var notice = notices.of(replied).get(0).id();

    return List.of(
        // Everybody
        new Place("/login", STRANGER, "/login"),
        new Place("/lodge", STRANGER, "/lodge"),
        new Place("/receipt", STRANGER, "/receipt"),
        new Place("/receipt/check", STRANGER, "/receipt/check?proof=" + followed.proof().text()),
        new Place("/answers", STRANGER, "/answers"),
        new Place("/announcements", STRANGER, "/announcements"),
        new Place("/follow", STRANGER, "/follow"),
        new Place("/follow/case", PETITIONER, "/follow/case"),
        new Place("/follow/letters/{letter}", PETITIONER, "/follow/letters/" + letter),
        // Work list
        new Place("/inbox", OFFICER, "/inbox"),
        new Place("/inbox", HANDLER, "/inbox"),
        new Place("/inbox", ADMIN, "/inbox"),
        new Place("/inbox/items/{id}/{verb}", LEADER, "/inbox/items/" + open(accepted) + "/transfer"),
        new Place("/inbox/requests/{id}", COLLEAGUE, "/inbox/requests/" + askedOf(consulted)),
        new Place("/inbox/cases/{caseId}/words", HANDLER, "/inbox/cases/" + consulted + "/words"),
        new Place("/inbox/bulk/{verb}", LEADER, "/inbox/bulk/transfer?item=" + open(accepted) + "~0"),
        new Place("/inbox/filters", OFFICER, "/inbox/filters"),
        new Place("/inbox/load", LEADER, "/inbox/load"),
        new Place("/decisions", LEADER, "/decisions"),
        new Place("/operations/reports/{id}", ADMIN, "/operations/reports/" + unread),
        new Place("/operations/incidents/{item}", ADMIN, "/operations/incidents/" + failed(registered)),
        new Place("/operations", ADMIN, "/operations?code=" + cases.get(accepted).code()),
        new Place("/operations/items/{id}/move", ADMIN, "/operations/items/" + open(accepted) + "/move"),
        new Place("/operations/moves", "office.leader", "/operations/moves"),
        new Place("/operations/reconcile", ADMIN, "/operations/reconcile"),
        new Place("/operations/loose-ends", ADMIN, "/operations/loose-ends"),
        // Register and case
        new Place("/matters", GRID, "/matters"),
        new Place("/matters/figures", GRID, "/matters/figures"),
        new Place("/matters/messages", GRID, "/matters/messages"),
        new Place("/matters/new", GRID, "/matters/new"),
        new Place("/matters/new/{process}", GRID, "/matters/new/certification_campaign"),
        new Place("/matters/{id}", GRID, "/matters/" + matter),
        new Place("/matters/{id}/items/{item}", GRID, "/matters/" + matter + "/items/"
            + processes.openTasks(matter.chain()).get(0).id()),
        new Place("/register", OFFICER, "/register"),
        new Place("/petitions/new", OFFICER, "/petitions/new"),
        new Place("/petitions/{id}/receipt", OFFICER, "/petitions/" + registered + "/receipt"),
        new Place("/petitions/{id}", OFFICER, "/petitions/" + replied),
        new Place("/petitions/{id}", HANDLER, "/petitions/" + accepted),
        new Place("/petitions/{id}/file", OFFICER, "/petitions/" + replied + "/file"),
        new Place("/petitions/{id}/diagram", OFFICER, "/petitions/" + replied + "/diagram"),
        new Place("/cases/{id}/timeline", OFFICER, "/cases/" + replied + "/timeline"),
        new Place("/cases/{id}/links", OFFICER, "/cases/" + replied + "/links"),
        new Place("/cases/{caseId}/documents/{id}/preview", OFFICER,
            "/cases/" + accepted + "/documents/" + text(accepted) + "/preview"),
        new Place("/cases/{caseId}/clocks/{clockId}", OFFICER, "/cases/" + accepted + "/clocks/" + clock.value()),
        new Place("/cases/{caseId}/clocks/{clockId}/entries/{entry}/correction", OFFICER,
            "/cases/" + accepted + "/clocks/" + clock.value() + "/entries/1/correction"),
        new Place("/cases/{caseId}/letters/{id}", OFFICER, "/cases/" + replied + "/letters/" + letter),
        new Place("/petitions/{id}/published-answer", OFFICER, "/petitions/" + closed + "/published-answer"),
        new Place("/answers/desk", "office.leader", "/answers/desk"),
        // Supervision
        new Place("/supervision", OFFICER, "/supervision"),
        new Place("/supervision/{id}", OFFICER, "/supervision/" + chased),
        new Place("/supervision/{id}/notice", HANDLER, "/supervision/" + chased + "/notice"),
        new Place("/supervision/{id}/ending", OFFICER, "/supervision/" + chased + "/ending"),
        new Place("/cases/{caseId}/supervision", OFFICER, "/cases/" + accepted + "/supervision"),
        new Place("/cases/{caseId}/supervision/new", "office.leader", "/cases/" + accepted + "/supervision/new"),
        supervision(HANDLER, "feedback", chased, accepted, EscalationSupervision.USER_ANSWER),
        supervision(superior.id(), "instruction", chased, accepted, EscalationSupervision.USER_INSTRUCT),
        supervision(OFFICER, "verdict", answered, accepted, EscalationSupervision.USER_REVIEW),
        // Models
        new Place("/designer", DESIGNER, "/designer"),
        new Place("/designer/models/{kind}/{key}", DESIGNER, "/designer/models/bpmn/petition_handling"),
        new Place("/designer/models/bpmn/{key}/migrations", DESIGNER, "/designer/models/bpmn/places_moving/migrations"),
        new Place("/designer/migrations/{id}", DESIGNER, "/designer/migrations/" + moving()),
        new Place("/designer/models/{kind}/{key}/offer", DESIGNER, "/designer/models/dmn/petition_closing/offer"),
        new Place("/designer/drafts/new", DESIGNER, "/designer/drafts/new"),
        new Place("/designer/drafts/{id}", DESIGNER, "/designer/drafts/" + drawn()),
        new Place("/designer/drafts/{id}/replay", DESIGNER, "/designer/drafts/" + submitted + "/replay"),
        new Place("/designer/drafts/{id}/decision", "office.leader", "/designer/drafts/" + submitted + "/decision"),
        // Warnings
        new Place("/warnings", "office.leader", "/warnings"),
        new Place("/warnings/{id}", "office.leader", "/warnings/" + warning.id()),
        new Place("/warnings/{id}/instruction", "urban_management.leader",
            "/warnings/" + told.id() + "/instruction?item=" + warned.item(told.id()).id()),
        new Place("/warnings/{id}/answer", OFFICER,
            "/warnings/" + warning.id() + "/answer?item=" + warned.item(warning.id()).id()),
        // Disputes
        new Place("/disputes", MediatedCases.MEDIATOR, "/disputes"),
        new Place("/disputes/new", MediatedCases.MEDIATOR, "/disputes/new"),
        new Place("/disputes/figures", MediatedCases.HEAD, "/disputes/figures"),
        new Place("/disputes/{id}", MediatedCases.MEDIATOR, "/disputes/" + settled),
        new Place("/disputes/{id}/papers", MediatedCases.MEDIATOR, "/disputes/" + settled + "/papers"),
        new Place("/follow/mediation", SIDE, "/follow/mediation"),
        new Place("/follow/mediation/letters/{letter}", SIDE,
            "/follow/mediation/letters/" + mediated.letter(settled, Side.OTHER)),
        dispute(MediatedCases.MEDIATOR, "other-side", mediated.referred(), DisputeMediation.USER_NAME),
        dispute(MediatedCases.MEDIATOR, "consent", mediated.opened(), DisputeMediation.USER_CONSENT),
        dispute(MediatedCases.HEAD, "mediator", mediated.consented(), DisputeMediation.USER_ASSIGN),
        dispute(MediatedCases.MEDIATOR, "arrangement", mediated.mediated(), DisputeMediation.USER_ARRANGE),
        dispute(MediatedCases.MEDIATOR, "session", mediated.arranged(), DisputeMediation.USER_HOLD),
        dispute(MediatedCases.MEDIATOR, "agreement", mediated.agreed(), DisputeMediation.USER_WRITE),
        dispute(MediatedCases.MEDIATOR, "signature", mediated.written(), DisputeMediation.USER_SIGN),
        dispute(MediatedCases.MEDIATOR, "performance", settled, DisputeMediation.USER_WATCH),
        dispute(MediatedCases.MEDIATOR, "confirmation", settled, DisputeConfirmation.USER_RECORD),
        dispute(MediatedCases.MEDIATOR, "follow-up", mediated.performed(), DisputeMediation.USER_FOLLOW_UP),
        dispute(MediatedCases.HEAD, "danger", mediated.inDanger(), DisputeDanger.USER_ANSWER),
        // Rectification
        new Place("/rectifications", OFFICER, "/rectifications"),
        new Place("/rectifications/{id}", OFFICER, "/rectifications/" + mended),
        new Place("/rectifications/{id}/notice", HANDLER, "/rectifications/" + mended + "/notice"),
        new Place("/cases/{caseId}/rectifications", OFFICER, "/cases/" + accepted + "/rectifications"),
        new Place("/cases/{caseId}/rectifications/new", OFFICER, "/cases/" + accepted + "/rectifications/new"),
        new Place("/return-visits/{id}", OFFICER, "/" + visit.form().replace("{item}", visit.id())),
        new Place("/rectifications/{id}/cancellation/new", OFFICER, "/rectifications/" + wrong + "/cancellation/new"),
        new Place("/rectifications/{id}/cancellation", superior.id(),
            "/rectifications/" + mistaken + "/cancellation?item="
                + petitions.item(elsewhere, AccountabilityCancellation.USER_COUNTERSIGN)),
        measure(HANDLER, "completion", mended, 3, AccountabilityRectification.USER_CARRY_OUT),
        measure(OFFICER, "inspection", mended, 1, AccountabilityRectification.USER_INSPECT),
        measure(superior.id(), "direction", mended, 2, AccountabilityRectification.USER_DIRECT),
        // Reviews
        new Place("/reviews", OFFICER, "/reviews"),
        new Place("/reviews/{id}", ReviewedCases.REVIEWER, "/reviews/" + heard.id()),
        new Place("/reviews/{id}", ReviewedCases.CHAIR, "/reviews/" + judged.id()),
        new Place("/reviews/{id}/report", ReviewedCases.CHAIR, "/reviews/" + judged.id() + "/report"),
        new Place("/reviews/{id}/notice", HANDLER, "/reviews/" + heard.id() + "/notice"),
        new Place("/reviews/{id}/members", "office.leader", "/reviews/" + heard.id() + "/members"),
        new Place("/reviews/{id}/stepping-down", ReviewedCases.REVIEWER, "/reviews/" + heard.id() + "/stepping-down"),
        new Place("/cases/{caseId}/reviews", OFFICER, "/cases/" + heard.caseId() + "/reviews"),
        new Place("/cases/{caseId}/reviews/new", "office.leader", "/cases/" + accepted + "/reviews/new"),
        review("office.leader", "panel", opened, AccountabilityReview.USER_NAME_PANEL),
        review(ReviewedCases.CHAIR, "limitation", limited, AccountabilityReview.USER_SIGN_LIMITATION),
        review(HANDLER, "statement", heard, AccountabilityReview.USER_STATE),
        review(ReviewedCases.CHAIR, "signature", judged, AccountabilityReview.USER_SIGN),
        track(LEADER, "claim", named, Track.CAUSE, AccountabilityReview.USER_CLAIM),
        track(LEADER, "claim", named, Track.RESPONSIBILITY, AccountabilityReview.USER_CLAIM),
        track(HANDLER, "claim", heard, Track.LESSON, AccountabilityReview.USER_CLAIM),
        track(ReviewedCases.REVIEWER, "verdict", heard, Track.CAUSE, AccountabilityReview.USER_JUDGE),
        // Lessons
        new Place("/lessons", OFFICER, "/lessons"),
        new Place("/lessons/{id}", OFFICER, "/lessons/" + lesson),
        new Place("/lessons/{id}/reading", "housing.handler",
            "/lessons/" + lesson + "/reading?item=" + reviewed.reading(lesson)),
        new Place("/cases/{caseId}/lessons", OFFICER, "/cases/" + accepted + "/lessons"),
        new Place("/cases/{caseId}/lessons/new", OFFICER, "/cases/" + accepted + "/lessons/new"),
        // Alarms
        new Place("/escalation/{id}/decision", LEADER, "/escalation/" + late + "/decision?item=" + lateItem),
        new Place("/escalation/decisions", LEADER, "/escalation/decisions"),
        new Place("/escalation/{id}/extension", HANDLER, "/escalation/" + posted + "/extension"),
        new Place("/escalation/{id}/pause", HANDLER, "/escalation/" + posted + "/pause"),
        new Place("/escalation/{id}/pause/end", HANDLER, "/escalation/" + posted + "/pause/end"),
        new Place("/alarms", HANDLER, "/alarms"),
        new Place("/alarms/notices/{id}", HANDLER, "/alarms/notices/" + written.of(late).get(0).id()),
        new Place("/cases/{id}/alarms", HANDLER, "/cases/" + late + "/alarms"),
        // The forms of a petition
        form(OFFICER, registered, "screening", PetitionHandling.USER_SCREEN),
        form(OFFICER, asked, "supplement", PetitionHandling.USER_RECORD_SUPPLEMENT),
        form(HANDLER, screened, "acceptance", PetitionAssignment.USER_ACCEPT),
        new Place("/petitions/{id}/recusals", OFFICER, "/petitions/" + accepted + "/recusals"),
        form(LEADER, accepted, "recusal", PetitionRecusal.USER_DECIDE),
        form(OFFICER, unhappy, "dissatisfaction", PetitionDissatisfaction.USER_CALL_BACK),
        form(HANDLER, sentToMend, "redress", PetitionDissatisfaction.USER_REDRESS),
        new Place("/petitions/{id}/rating-exclusion", OFFICER, "/petitions/" + unhappy + "/rating-exclusion"),
        form("office.leader", unhappy, "rating-exclusion/signature", PetitionRatingExclusion.USER_COUNTERSIGN),
        new Place("/ratings", OFFICER, "/ratings"),
        form(OFFICER, sentBack, "assignment", PetitionAssignment.USER_REASSIGN),
        form(OFFICER, objecting, "objection/decision", PetitionObjection.USER_DECIDE),
        form(superior.id(), disputed, "objection/ruling", PetitionObjection.USER_RULE),
        form(ObjectedCases.CONVENER, meeting, "objection/joint-meeting", PetitionObjection.USER_RECORD_MEETING),
        new Place("/petitions/{id}", ObjectedCases.CONVENER, "/petitions/" + meeting),
        new Place("/objections", OFFICER, "/objections"),
        form(HANDLER, accepted, "handling", PetitionHandling.USER_HANDLE),
        form("urban_management.handler", contributed, "contribution", PetitionHandling.USER_CONTRIBUTE),
        form(HANDLER, investigated, "reply", PetitionReply.USER_DRAFT_REPLY),
        form(LEADER, drafted, "approval", PetitionReply.USER_APPROVE_REPLY),
        form(HANDLER, lost, "delivery", PetitionReply.USER_CHANGE_DELIVERY),
        new Place("/petitions/{id}/rating", OFFICER, "/petitions/" + replied + "/rating"),
        new Place("/petitions/{id}/withdrawal", OFFICER, "/petitions/" + registered + "/withdrawal"),
        // Reconsideration and final review
        new Place("/petitions/{id}", ReconsideredCases.CITY_REVIEWER, "/petitions/" + called),
        new Place("/petitions/{id}/reconsideration/request", OFFICER,
            "/petitions/" + replied + "/reconsideration/request"),
        form(ReconsideredCases.REVIEWER, reconsideration, "reconsideration/admission",
            PetitionReconsideration.USER_ADMIT),
        form(ReconsideredCases.LEADER, opinion, "reconsideration/approval", PetitionReconsideration.USER_APPROVE),
        form(ReconsideredCases.REVIEWER, undeliverable, "reconsideration/delivery",
            PetitionReconsideration.USER_CHANGE_DELIVERY),
        form(ReconsideredCases.CITY_REVIEWER, finalReview, "reconsideration/opinion",
            PetitionReconsideration.USER_EXAMINE),
        form(ReconsideredCases.CITY_REVIEWER, finalReview, "reconsideration/hearing",
            PetitionReconsideration.USER_EXAMINE),
        form(ReconsideredCases.CITY_LEADER, hearing, "reconsideration/hearing-approval",
            PetitionReconsideration.USER_APPROVE_HEARING),
        form(ReconsideredCases.CITY_REVIEWER, called, "reconsideration/hearing-record",
            PetitionReconsideration.USER_RECORD_HEARING),
        // Letters on their way
        new Place("/notices", OFFICER, "/notices"),
        new Place("/notices/{id}", OFFICER, "/notices/" + notice.value()),
        new Place("/notices/{id}/reroute", OFFICER, "/notices/" + notices.of(registered).get(0).id() + "/reroute"),
        new Place("/notices/{item}/handover", HANDLER, "/notices/" + handOver + "/handover"),
        new Place("/notices/{item}/repair", HANDLER, "/notices/" + repair + "/repair"),
        // What is said when something is wrong
        new Place("/error", STRANGER, "/follow/nowhere", 404),
        new Place("/error", OFFICER, "/nowhere", 404),
        new Place("/error", OFFICER, "/administration", 403),
        // The house
        new Place("/audit", "auditor", "/audit"),
        new Place("/help", OFFICER, "/help?page=/petitions/1/screening"),
        new Place("/help/{name}", OFFICER, "/help/route"),
        new Place("/account", OFFICER, "/account"),
        new Place("/substitutes", "office.leader", "/substitutes"),
        new Place("/administration", ADMIN, "/administration"),
        new Place("/administration/territories", ADMIN, "/administration/territories"),
        new Place("/administration/territories/{id}", ADMIN, "/administration/territories/liuyin-guihua"),
        new Place("/administration/units", ADMIN, "/administration/units"),
        new Place("/administration/units/{id}", ADMIN, "/administration/units/environment"),
        new Place("/administration/accounts", ADMIN, "/administration/accounts"),
        new Place("/administration/accounts/new", ADMIN, "/administration/accounts/new"),
        new Place("/administration/accounts/{id}", ADMIN, "/administration/accounts/" + HANDLER),
        new Place("/administration/categories", ADMIN, "/administration/categories"),
        new Place("/administration/categories/new", ADMIN, "/administration/categories/new"),
        new Place("/administration/categories/{code}", ADMIN, "/administration/categories/environment.noise"),
        new Place("/administration/holidays", ADMIN, "/administration/holidays"),
        new Place("/administration/holidays/new", ADMIN, "/administration/holidays/new"),
        new Place("/administration/holidays/changes/{id}", ADMIN, "/administration/holidays/changes/" + change()),
        new Place("/administration/api-keys", ADMIN, "/administration/api-keys"));
  }

  /** What the petitioner of these places holds in hand. */
  Receipt receipt() {
    return followed;
  }

  FollowerCode side() {
    return side;
  }

  private Place form(String visitor, CaseId id, String form, String key) {
    return new Place("/petitions/{id}/" + form, visitor,
        "/petitions/" + id + "/" + form + "?item=" + petitions.item(id, key));
  }

  private Place review(String visitor, String form, Review review, String step) {
    return new Place("/reviews/{id}/" + form, visitor,
        "/reviews/" + review.id() + "/" + form + "?item=" + reviewed.item(review, step));
  }

  private Place track(String visitor, String form, Review review, Track track, String step) {
    return new Place("/reviews/{id}/{track}/" + form, visitor,
        "/reviews/" + review.id() + "/" + track + "/" + form + "?item=" + reviewed.item(review, step, track));
  }

  private Place supervision(String visitor, String form, SupervisionId id, CaseId caseId, String step) {
    return new Place("/supervision/{id}/" + form, visitor,
        "/supervision/" + id + "/" + form + "?item=" + supervised.item(id, caseId, step).id());
  }

  private Place dispute(String visitor, String form, CaseId id, String step) {
    return new Place("/disputes/{id}/" + form, visitor,
        "/disputes/" + id + "/" + form + "?item=" + mediated.item(id, step));
  }

  private Place measure(String visitor, String form, RectificationId id, int measure, String step) {
    return new Place("/rectifications/{id}/measures/{measure}/" + form, visitor, "/rectifications/" + id + "/measures/"
        + measure + "/" + form + "?item=" + rectified.item(id, measure, step).id());
  }

  /** A reply that came back and waits for another way. */
  private CaseId lost() {
    var id = petitions.accepted(Petitions.byPost());
    petitions.sendLetters(id);
    petitions.investigate(id);
    petitions.draft(id, Outcome.SUPPORTED);
    petitions.approve(id);
    petitions.lose(id);
    return id;
  }

  /** One answer that everybody reads, and one that waits for a leader. */
  private void publish(CaseId id) {
    var place = answers.places(cases.get(id)).get(0).id();
    for (var title : List.of("夜里施工太吵找谁", "怎样申请公租房")) {
      var answer = answers.propose(new ProposeAnswer(id, title, "应该向哪个部门反映？", "请拨打12345，由主管部门处理。", "environment",
          place), accounts.actor("officer"));
      if (title.startsWith("夜里")) {
        answers.approve(answer, accounts.actor("office.leader"));
      }
    }
  }

  private String open(CaseId id) {
    return processes.openTasks(id).stream().filter(task -> task.group().endsWith("@" + Petitions.LEAD)).findFirst()
        .orElseThrow().id();
  }

  /** The request that a colleague finds: the handler has asked for a word before accepting. */
  private String askedOf(CaseId id) {
    var item = petitions.item(id, PetitionAssignment.USER_ACCEPT);
    processes.claim(item, petitions.handler(id));
    words.ask(item, 1, Kind.BEFORE, Set.of(COLLEAGUE), "这件事归我们管吗？", petitions.handler(id));
    return words.of(id, petitions.handler(id)).get(0).id();
  }

  private String task(CaseId id, String key) {
    return processes.openTasks(id).stream().filter(task -> task.key().equals(key)).findFirst().orElseThrow().id();
  }

  private DocumentId text(CaseId id) {
    return documents.add(id, DocumentKind.MATERIAL,
        new Upload("情况说明.txt", "餐馆油烟直排的情况说明。".getBytes(StandardCharsets.UTF_8)), petitions.handler(id));
  }

  /** Official days that wait for a second person. */
  private UUID change() {
    return changes.propose(new OfficialNotice(2040, "国办发明电〔2039〕7号",
        List.of(OfficialNotice.day(LocalDate.of(2040, 10, 1), true, "国庆节"))), accounts.actor("office.leader"));
  }

  /** A report about the petition office, which nobody in it may see. */
  private String unread() {
    var report = petitions.register(Registrations.ordinary().channel(Channel.WEB).anonymous()
        .against(PartyKind.ORGANISATION, "临江区信访局"), Actor.PUBLIC).id();
    return workItems.sql("select id from work_item where case_id = ? and kind = 'report_without_reader'")
        .param(report.value()).query(String.class).single();
  }

  private String failed(CaseId id) {
    var job = new FailedJob(UUID.randomUUID().toString(), UUID.randomUUID().toString(), NoticeDelivery.KEY,
        NoticeDelivery.SERVICE_SEND_NOTICE, id, "Connection refused: mail.linjiang.example:25");
    transaction.executeWithoutResult(status -> operators.forEach(operator -> operator.opened(job)));
    return job.incidentId();
  }
}
