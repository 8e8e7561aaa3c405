package org.petitiondesk.accountability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.ConfidentialityChanged;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.OwnMatters;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.AccountDisabled;
import org.petitiondesk.people.Accounts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lessons (教训): written by those who work on a case, checked against other places, circulated, read and acknowledged, and
 * found again when a new case looks alike.
 */
@Component
@Transactional
public class Lessons {

  private static final List<Role> READING = List.of(Role.OFFICER, Role.HANDLER, Role.LEADER);
  private static final int MOST_HINTS = 3;
  private static final Duration LOOKED_BACK = Duration.ofDays(365);

  private final LessonTable lessons;
  private final LessonWorkflow workflow;
  private final RectificationTimes times;
  private final ReviewTable reviews;
  private final CaseFiles cases;
  private final Accounts accounts;
  private final ReviewClocks clocks;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Lessons(LessonTable lessons, LessonWorkflow workflow, RectificationTimes times, ReviewTable reviews, CaseFiles cases,
      Accounts accounts, ReviewClocks clocks, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.lessons = lessons;
    this.workflow = workflow;
    this.times = times;
    this.reviews = reviews;
    this.cases = cases;
    this.accounts = accounts;
    this.clocks = clocks;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Writes the note and proposes where else to look. Needs somebody who works on the case. */
  public LessonId write(CaseId caseId, String title, String text, String cause, String question, Actor actor) {
    requireWork(caseId, actor);
    requireText("title", title, 200);
    requireText("cause", cause, 300);
    requireText("text", text, 4000);
    requireText("question", question, 500);
    var file = cases.get(caseId);
    var lesson = new Lesson(LessonId.next(), caseId, title, text, cause, question,
        file.leadUnit().orElse(file.registeringUnit()), file.category(), file.territory(), actor.id(), now(),
        Optional.empty(), List.of(), List.of());
    lessons.insert(lesson, reviews.open(caseId).map(Review::id));
    lessons.proposePlaces(lesson, now().minus(LOOKED_BACK));
    audit.append(caseId, actor, "lesson.written", Map.of("lesson", lesson.id().toString()));
    return lesson.id();
  }

  /** For those who see its case and, once it is circulated, for everybody; that of a report never for others. */
  @Transactional(readOnly = true)
  public Lesson get(LessonId id, Actor actor) {
    return visible(lessons.get(id), actor);
  }

  @Transactional(readOnly = true)
  public List<Lesson> of(CaseId caseId, Actor actor) {
    cases.requireSight(caseId, actor);
    return lessons.of(caseId);
  }

  /** The library: circulated ones, the latest first; of reports only for those who see the report. */
  @Transactional(readOnly = true)
  public List<Lesson> library(Optional<String> text, Optional<String> category, Actor actor) {
    return cases.sightRule(actor).map(rule -> lessons.circulated(text, category, rule)).orElse(List.of());
  }

  /**
   * What was learned from cases of the same category, the same place first, or, before a case has a category, from those
   * of the same place; never from a report, nor for one.
   */
  @Transactional(readOnly = true)
  public List<Lesson> hints(CaseFile file, Actor actor) {
    if (file.isReport()) {
      return List.of();
    }
    return library(Optional.empty(), file.category(), actor).stream()
        .filter(lesson -> file.category().isPresent() || lesson.territory().equals(file.territory()))
        .filter(lesson -> !lesson.caseId().equals(file.id()) && !cases.get(lesson.caseId()).isReport())
        .sorted(Comparator.comparing(lesson -> !lesson.territory().equals(file.territory())))
        .limit(MOST_HINTS).toList();
  }

  /** Whether the actor may write a lesson of the case, check places and circulate. */
  @Transactional(readOnly = true)
  public boolean mayWrite(CaseId caseId, Actor actor) {
    return cases.sees(caseId, actor) && cases.worksOn(caseId, actor);
  }

  /** Somebody who works on the case, or of the place's unit, says what was found there; once. */
  public void check(LessonId id, int place, Lesson.Result result, String words, Actor actor) {
    var lesson = get(id, actor);
    var found = lesson.places().stream().filter(each -> each.number() == place).findFirst()
        .orElseThrow(() -> new NotFound("accountability.lesson.not-found"));
    if (!mayWrite(lesson.caseId(), actor) && !actor.unit().equals(found.unit())) {
      throw new Forbidden("accountability.lesson.forbidden.check");
    }
    if (result == null) {
      throw Refused.at("result", "accountability.lesson.refused.result");
    }
    requireText("words", words, 1000);
    if (!lessons.checked(id, place, new Lesson.Check(result, words, actor.id(), now()))) {
      throw new Conflict("accountability.lesson.conflict.checked");
    }
    audit.append(lesson.caseId(), actor, "lesson.checked",
        Map.of("lesson", id.toString(), "unit", found.unit(), "words", words));
  }

  /**
   * Brings it to people and to everybody who works on cases in some units; who is named already is not named again. The
   * lesson of a report goes only to those who see the report.
   */
  public void circulate(LessonId id, List<String> people, List<String> units, Actor actor) {
    var lesson = lessons.get(id);
    requireWork(lesson.caseId(), actor);
    var file = cases.get(lesson.caseId());
    var readers = new LinkedHashSet<Account>();
    people.stream().flatMap(person -> accounts.find(person).stream()).forEach(readers::add);
    units.stream().flatMap(unit -> READING.stream().flatMap(role -> accounts.inUnit(unit, role).stream()))
        .forEach(readers::add);
    readers.removeIf(account -> !account.enabled() || READING.stream().noneMatch(account.roles()::contains)
        || file.isReport() && !cases.sees(file.id(), account.actor()));
    if (readers.isEmpty()) {
      throw Refused.at("people", "accountability.lesson.refused.readers");
    }
    var dueOn = times.readOn();
    lessons.circulated(id, now());
    readers.stream().filter(reader -> lessons.name(id, reader.id(), dueOn, actor.id())).forEach(reader -> {
      audit.append(id.chain(), actor, "lesson.named", Map.of("lesson", id.toString(), "account", reader.id()));
      workflow.begin(id, reader.id(), new Group(role(reader), reader.unit()), dueOn);
    });
    audit.append(lesson.caseId(), actor, "lesson.circulated",
        Map.of("lesson", id.toString(), "readers", readers.size()));
    clocks.reading(lesson.caseId(), actor);
  }

  /**
   * The lesson that an item brings, for the reader for whom the item was made; empty when nobody waits for that reader any
   * more, and whoever holds the item can only close it.
   */
  @Transactional(readOnly = true)
  public Optional<Lesson> forItem(LessonId id, String item, Actor actor) {
    var subject = workflow.about(item, actor);
    if (!subject.lesson().equals(id)) {
      throw new NotFound("accountability.lesson.not-found");
    }
    return toRead(subject, actor);
  }

  /** A reader has read it and answers its question. Nobody else can, whoever holds the item or stands in. */
  public void acknowledge(String item, String answer, Actor actor) {
    var lesson = toRead(workflow.about(item, actor), actor)
        .orElseThrow(() -> new Conflict("accountability.lesson.conflict.left"));
    requireText("answer", answer, 1000);
    if (!lessons.read(lesson.id(), actor.id(), answer, now())) {
      throw new Conflict("accountability.lesson.conflict.read");
    }
    audit.append(lesson.id().chain(), actor, "lesson.acknowledged", Map.of("lesson", lesson.id().toString()));
    clocks.reading(lesson.caseId(), actor);
    workflow.done(item, actor);
  }

  /** Ends an item whose reader nobody waits for any more. Whoever holds it may. */
  public void close(LessonId id, String item, Actor actor) {
    if (forItem(id, item, actor).isPresent()) {
      throw new Conflict("accountability.lesson.conflict.unread");
    }
    audit.append(id.chain(), actor, "lesson.item-closed", Map.of("lesson", id.toString()));
    workflow.done(item, actor);
  }

  /** Whoever leaves the organisation has nothing to read any more; an item that was theirs is left to be closed. */
  @EventListener
  void leave(AccountDisabled event) {
    lessons.leave(event.id()).forEach(id -> {
      audit.append(id.chain(), event.by(), "lesson.reader-left",
          Map.of("lesson", id.toString(), "account", event.id()));
      clocks.reading(lessons.get(id).caseId(), event.by());
    });
  }

  /**
   * The lesson of a report is nobody's to read but of those who see the report: what was brought to others is taken back,
   * and the work list forgets its title. It can be brought to those who may.
   */
  @EventListener
  void on(ConfidentialityChanged changed) {
    lessons.of(changed.id()).stream().filter(lesson -> lesson.circulatedAt().isPresent()).forEach(lesson -> {
      if (changed.report()) {
        takeBack(lesson);
      }
      events.publishEvent(new OwnMatters.Changed(AccountabilityLesson.KEY, lesson.id().chain()));
    });
    clocks.reading(changed.id(), Actor.SYSTEM);
  }

  private void takeBack(Lesson lesson) {
    var unread = lessons.takeBack(lesson.id());
    if (!unread.isEmpty()) {
      audit.append(lesson.id().chain(), Actor.SYSTEM, "lesson.taken-back",
          Map.of("lesson", lesson.id().toString(), "readers", unread.size()));
    }
    workflow.takeBack(lesson.id());
  }

  private Optional<Lesson> toRead(LessonWorkflow.Subject subject, Actor actor) {
    var lesson = lessons.get(subject.lesson());
    if (!lesson.waitsFor(subject.reader())) {
      return Optional.empty();
    }
    visible(lesson, actor);
    if (!actor.id().equals(subject.reader()) || actor.onBehalfOf().isPresent()) {
      throw new Forbidden("accountability.lesson.forbidden.not-reader", accounts.name(subject.reader()));
    }
    return Optional.of(lesson);
  }

  private Lesson visible(Lesson lesson, Actor actor) {
    var open = lesson.circulatedAt().isPresent() && !cases.get(lesson.caseId()).isReport();
    if (!open && !cases.sees(lesson.caseId(), actor)) {
      throw new NotFound("accountability.lesson.not-found");
    }
    return lesson;
  }

  private void requireWork(CaseId caseId, Actor actor) {
    cases.requireSight(caseId, actor);
    if (!cases.worksOn(caseId, actor)) {
      throw new Forbidden("accountability.lesson.forbidden.write");
    }
  }

  private static void requireText(String field, String text, int length) {
    if (text.isBlank() || text.length() > length) {
      throw Refused.at(field, "accountability.lesson.refused." + field, length);
    }
  }

  private static Role role(Account account) {
    return Stream.of(Role.HANDLER, Role.OFFICER, Role.LEADER).filter(account.roles()::contains).findFirst()
        .orElseThrow();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
