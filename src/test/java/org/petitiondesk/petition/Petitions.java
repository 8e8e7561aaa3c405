package org.petitiondesk.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.PointAnswer;
import org.petitiondesk.casefile.Receipt;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.engine.Jobs;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.notice.HandOverLetter;
import org.petitiondesk.notice.NoticeDelivery;
import org.petitiondesk.notice.NoticeService;
import org.petitiondesk.people.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Petitions in every state, each brought there by the people of the demo organisation through the real services. The
 * lead unit is {@value #LEAD} unless a test says otherwise.
 */
@Component
public class Petitions {

  public static final String LEAD = "environment";

  private final CaseFiles cases;
  private final Accounts accounts;
  private final Processes processes;
  private final ScreeningService screening;
  private final AssignmentService assignment;
  private final ObjectionService objections;
  private final HandlingService handling;
  private final ReplyService replies;
  private final PetitionerService petitioners;
  private final NoticeService notices;
  private final Letters letters;
  private final ReconsiderationRights rights;
  private final Jobs jobs;
  private final JdbcClient jdbc;
  private final java.time.Clock clock;

  Petitions(CaseFiles cases, Accounts accounts, Processes processes, ScreeningService screening,
      AssignmentService assignment, ObjectionService objections, HandlingService handling, ReplyService replies,
      PetitionerService petitioners,
      NoticeService notices, Letters letters, ReconsiderationRights rights, Jobs jobs, JdbcClient jdbc,
      java.time.Clock clock) {
    this.cases = cases;
    this.accounts = accounts;
    this.processes = processes;
    this.screening = screening;
    this.assignment = assignment;
    this.objections = objections;
    this.handling = handling;
    this.replies = replies;
    this.petitioners = petitioners;
    this.notices = notices;
    this.letters = letters;
    this.rights = rights;
    this.jobs = jobs;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  // Registrations

  /** A petitioner with e-mail and consent: letters go out by themselves. */
  public static Registrations byMail() {
    return Registrations.ordinary();
  }

  /** Nobody is known: letters are shown on the follow page. */
  public static Registrations anonymous() {
    return Registrations.ordinary().anonymous();
  }

  /** A petitioner with an address and no e-mail: letters wait for somebody to hand them over. */
  public static Registrations byPost() {
    return Registrations.ordinary().onlyPetitioners(new NewParty(PartyRole.PETITIONER, PartyKind.PERSON, "李冬梅", "",
        "13900139000", "", "云溪市临江区柳荫街道桂花路2号", true, false));
  }

  /** A report against a person, registered by the leader of the office, who is thereby named on it. */
  public static Registrations report() {
    return Registrations.ordinary().title("举报市场科人员收受好处").text("该科室的王某收了餐馆的购物卡，所以一直不查。")
        .against(PartyKind.PERSON, "王某");
  }

  // States

  public Receipt register(Registrations registration) {
    return register(registration, officer());
  }

  public Receipt register(Registrations registration, Actor actor) {
    return cases.register(registration.receivedOn(today()).command(), actor);
  }

  public CaseId registered() {
    return register(byMail()).id();
  }

  /** Assigned to the lead unit, not yet accepted. */
  public CaseId screened() {
    return screened(byMail());
  }

  public CaseId screened(Registrations registration) {
    var id = register(registration).id();
    screen(id, Screenings.accept(LEAD));
    return id;
  }

  public CaseId accepted() {
    return accepted(byMail());
  }

  public CaseId accepted(Registrations registration) {
    var id = screened(registration);
    accept(id);
    return id;
  }

  /** The draft waits for the leader. */
  public CaseId drafted() {
    var id = accepted();
    investigate(id);
    draft(id, Outcome.SUPPORTED);
    return id;
  }

  /** The reply has arrived and may be rated. */
  public CaseId delivered() {
    return delivered(byMail(), Outcome.SUPPORTED);
  }

  public CaseId delivered(Registrations registration, Outcome outcome) {
    var id = register(registration).id();
    deliver(id, outcome);
    return id;
  }

  /** From registration to a delivered reply. */
  public void deliver(CaseId id, Outcome outcome) {
    screen(id, Screenings.accept(LEAD));
    accept(id);
    reply(id, outcome);
  }

  /** From acceptance to a delivered reply. */
  public void reply(CaseId id, Outcome outcome) {
    investigate(id);
    draft(id, outcome);
    approve(id);
    sendLetters(id);
  }

  // Verbs

  public void screen(CaseId id, Screenings decision) {
    screen(id, decision, officer());
  }

  public void screen(CaseId id, Screenings decision, Actor actor) {
    screening.screen(decision.of(id, item(id, PetitionHandling.USER_SCREEN)), actor);
  }

  public void accept(CaseId id) {
    assignment.accept(new AcceptPetition(id, item(id, PetitionAssignment.USER_ACCEPT), lead(id) + ".leader"),
        handler(id));
  }

  /** The lead unit says that it is not competent. */
  public void object(CaseId id, String reason) {
    objections.object(new ObjectToAssignment(id, item(id, PetitionAssignment.USER_ACCEPT), reason, "区委编委三定规定"),
        handler(id));
  }

  /** The office agrees with what the lead unit says. */
  public void agree(CaseId id) {
    objections.decide(id, item(id, PetitionObjection.USER_DECIDE), true, "", officer());
  }

  /** Objected to and agreed: the office has to find another unit. */
  public void sendBack(CaseId id, String reason) {
    object(id, reason);
    agree(id);
  }

  public void reassign(CaseId id, String leadUnit, String... coUnits) {
    assignment.reassign(new ReassignPetition(id, item(id, PetitionAssignment.USER_REASSIGN), leadUnit,
        List.of(coUnits), "职责在该单位。"), officer());
  }

  /** One note and the end of the investigation. */
  public void investigate(CaseId id) {
    var item = item(id, PetitionHandling.USER_HANDLE);
    handling.note(id, item, "三月四日到现场查看，餐馆没有净化设备，业主认可。", List.of(), handler(id));
    handling.finish(id, item, handler(id));
  }

  public void contribute(CaseId id, String unit) {
    var item = processes.openTasks(id).stream().filter(task -> PetitionHandling.CONTRIBUTIONS.contains(task.key()))
        .filter(task -> task.group().equals("handler@" + unit)).findFirst().orElseThrow().id();
    handling.contribute(id, item, "本单位已现场核实，情况属实。", List.of(), accounts.actor(unit + ".handler"));
  }

  public void draft(CaseId id, Outcome outcome) {
    draft(id, outcome, cases.preferredMethod(id));
  }

  public void draft(CaseId id, Outcome outcome, DeliveryMethod method) {
    var answers = cases.points(id).stream()
        .map(point -> new PointAnswer(point.number(), "经现场核实，情况属实。", "《中华人民共和国大气污染防治法》第八十一条", outcome)).toList();
    replies.draft(new DraftReply(id, item(id, PetitionReply.USER_DRAFT_REPLY), answers,
        "如不服本意见，可以自收到之日起三十日内向临江区人民政府申请复查。", method), handler(id));
  }

  public void approve(CaseId id) {
    replies.decide(id, item(id, PetitionReply.USER_APPROVE_REPLY), true, "", leader(id));
  }

  public void returnDraft(CaseId id, String reason) {
    replies.decide(id, item(id, PetitionReply.USER_APPROVE_REPLY), false, reason, leader(id));
  }

  /** Everything that has been issued arrives today: mail and portal by their jobs, paper by hand. */
  public void sendLetters(CaseId id) {
    jobs.runAll(id, NoticeDelivery.SERVICE_SEND_NOTICE);
    jobs.runAll(id, NoticeDelivery.SERVICE_PUBLISH_NOTICE);
    for (var task : tasks(id, NoticeDelivery.USER_HAND_OVER_LETTER)) {
      notices.handOver(task.id(),
          new HandOverLetter(DeliveryMethod.POST, today(), "挂号信 XA10002000311", Optional.empty()), keeper(task));
    }
  }

  /** The paper letter comes back and nobody tries that way again: whoever waits for it hears of it. */
  public void lose(CaseId id) {
    var paper = tasks(id, NoticeDelivery.USER_HAND_OVER_LETTER).get(0);
    notices.returned(paper.id(), "查无此人", keeper(paper));
    var repair = tasks(id, NoticeDelivery.USER_REPAIR_NOTICE).get(0);
    notices.giveUp(repair.id(), "没有别的地址", keeper(repair));
  }

  public void rate(CaseId id, Solved solved) {
    petitioners.rate(new RatePetition(id, solved, Satisfaction.SATISFIED, Satisfaction.BASICALLY_SATISFIED, "",
        RatedVia.PORTAL), Actor.PUBLIC);
  }

  /** Answered, closed and rated "not solved": somebody outside the unit has to call back. */
  public CaseId unhappy() {
    var id = delivered();
    petitioners.rate(new RatePetition(id, Solved.NO, Satisfaction.NOT_SATISFIED, Satisfaction.SATISFIED, "还在冒烟",
        RatedVia.PORTAL), Actor.PUBLIC);
    return id;
  }

  /** What the night does: whatever time to ask for reconsideration has passed is over. */
  public void night() {
    rights.passed().forEach(rights::lapse);
  }

  /** As in a run that began before its model knew of this message. */
  public void forget(CaseId id, String message) {
    jdbc.sql("""
        delete from act_ru_event_subscr where event_name_ = ? and proc_inst_id_ in (
          select proc_inst_id_ from act_ru_execution where business_key_ = ?)""").params(message, id.toString())
        .update();
  }

  // Looking

  public Actor officer() {
    return accounts.actor("officer");
  }

  public Actor handler(CaseId id) {
    return accounts.actor(lead(id) + ".handler");
  }

  public Actor leader(CaseId id) {
    return accounts.actor(lead(id) + ".leader");
  }

  /** The only open item of this key. */
  public String item(CaseId id, String key) {
    var open = tasks(id, key);
    if (open.size() != 1) {
      throw new AssertionError(open.size() + " items " + key + ", open: " + items(id));
    }
    return open.get(0).id();
  }

  /** Keys of the open items, those of letters on their way left out. */
  public List<String> items(CaseId id) {
    return processes.openTasks(id).stream().filter(task -> !task.processKey().equals(NoticeDelivery.KEY))
        .map(OpenTask::key).sorted().toList();
  }

  /** Oldest first. */
  public List<Letter> letters(CaseId id) {
    return letters.of(id);
  }

  /** The newest letter of this template. */
  public Letter letter(CaseId id, String template) {
    return letters.of(id).stream().filter(letter -> letter.template().equals(template))
        .reduce((earlier, later) -> later).orElseThrow();
  }

  public LocalDate today() {
    return Dates.today(clock);
  }

  private String lead(CaseId id) {
    return cases.get(id).leadUnit().orElseThrow();
  }

  private List<OpenTask> tasks(CaseId id, String key) {
    return processes.openTasks(id).stream().filter(task -> task.key().equals(key)).toList();
  }

  /** Somebody of the group that a paper letter waits for. */
  private Actor keeper(OpenTask task) {
    var unit = task.group().substring(task.group().indexOf('@') + 1);
    return unit.equals("xfj") ? officer() : accounts.actor(unit + ".handler");
  }
}
