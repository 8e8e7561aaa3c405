package org.petitiondesk.escalation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CasePosts;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do in a supervision: take the notice, answer, decide on the answer, instruct, strike it off. */
@Service
@Transactional
public class SupervisionService {

  private static final int WORDS = 4000;

  private final SupervisionRepository supervisions;
  private final CasePosts posts;
  private final SupervisionTimes times;
  private final SupervisionWorkflow workflow;
  private final CaseFiles cases;
  private final Documents documents;
  private final Accounts accounts;
  private final AuditTrail audit;

  SupervisionService(SupervisionRepository supervisions, CasePosts posts, SupervisionTimes times,
      SupervisionWorkflow workflow, CaseFiles cases, Documents documents, Accounts accounts, AuditTrail audit) {
    this.supervisions = supervisions;
    this.posts = posts;
    this.times = times;
    this.workflow = workflow;
    this.cases = cases;
    this.documents = documents;
    this.accounts = accounts;
    this.audit = audit;
  }

  /** The supervision that an item is about, by the row rule of its case and for the one who may work on the item. */
  @Transactional(readOnly = true)
  public Supervision forItem(String item, String step, Actor actor) {
    var supervision = supervisions.get(workflow.about(item, step, actor));
    cases.requireSight(supervision.caseId(), actor);
    return supervision;
  }

  /** The unit has received the notice (签收). Needs the item of the answer. */
  public void acknowledge(String item, Actor actor) {
    var supervision = lock(item, EscalationSupervision.USER_ANSWER, SupervisionState.WAITING, actor);
    supervision.acknowledged().ifPresent(before -> {
      throw new Conflict("escalation.conflict.acknowledged", accounts.name(before.by()), Dates.local(before.at()));
    });
    receive(supervision, actor);
  }

  /** The unit's feedback. It waits for the verdict of whoever opened the supervision. */
  public void answer(String item, String words, List<Upload> files, Actor actor) {
    var supervision = lock(item, EscalationSupervision.USER_ANSWER, SupervisionState.WAITING, actor);
    requireWords("words", words, "escalation.refused.words");
    if (supervision.acknowledged().isEmpty()) {
      receive(supervision, actor);
    }
    var id = supervision.id();
    var step = supervisions.add(id, SupervisionStep.Kind.ANSWERED, actor.asWhom().unit(), actor.id(), words,
        Optional.empty());
    files.forEach(file -> supervisions.attach(id, step,
        documents.add(supervision.caseId(), DocumentKind.EVIDENCE, file, actor)));
    supervisions.move(id, SupervisionState.ANSWERED);
    append(supervision, "supervision.answered", actor, Map.of("words", words, "files", files.size()));
    workflow.answered(item,
        posts.deciding(cases.get(supervision.caseId()), Group.of(supervision.desk()), supervision.openedBy()), actor);
  }

  /** Not enough: the unit answers again, until a new day. Never by the unit itself. */
  public void sendBack(String item, String reason, LocalDate answerOn, Actor actor) {
    var supervision = decide(item, actor);
    requireWords("words", reason, "escalation.refused.reason-back");
    if (answerOn == null || answerOn.isBefore(times.today())) {
      throw Refused.at("answerOn", "escalation.refused.past");
    }
    supervisions.add(supervision.id(), SupervisionStep.Kind.SENT_BACK, actor.asWhom().unit(), actor.id(), reason,
        Optional.of(answerOn));
    supervisions.waitAgain(supervision.id(), answerOn);
    append(supervision, "supervision.sent-back", actor, Map.of("reason", reason, "answerOn", answerOn.toString()));
    workflow.sentBack(item, supervisions.get(supervision.id()),
        posts.working(cases.get(supervision.caseId()), supervision.unit()), actor);
  }

  /** Strikes it off (销号) on the unit's answer. Never by the unit itself; what is not done needs a reason. */
  public void close(String item, SupervisionResult result, String words, Actor actor) {
    var supervision = decide(item, actor);
    close(supervision, result, words, actor);
    workflow.closed(item, actor);
  }

  /** Strikes it off before the unit has answered. Needs {@link #mayEnd}. */
  public void end(SupervisionId id, SupervisionResult result, String words, Actor actor) {
    var supervision = supervisions.lock(id);
    cases.requireSight(supervision.caseId(), actor);
    if (supervision.state() != SupervisionState.WAITING) {
      throw new Conflict("escalation.conflict.not-waiting", supervision.number());
    }
    if (!mayEnd(supervision, actor)) {
      throw new Forbidden("escalation.forbidden.desk");
    }
    close(supervision, result, words, actor);
    if (!workflow.ended(supervision, actor)) {
      throw new Conflict("escalation.conflict.not-waiting", supervision.number());
    }
  }

  /** Whether the actor belongs to the desk that opened it, or leads that office, and the unit has not answered yet. */
  public boolean mayEnd(Supervision supervision, Actor actor) {
    return supervision.state() == SupervisionState.WAITING && !posts.belongsTo(actor, supervision.unit())
        && (actor.belongsTo(Group.of(supervision.desk()))
            || actor.belongsTo(new Group(Role.LEADER, supervision.office())));
  }

  /** The leader above tells the unit what to do; the unit's day stays where it was. */
  public void instruct(String item, String words, Actor actor) {
    var supervision = lock(item, EscalationSupervision.USER_INSTRUCT, SupervisionState.WAITING, actor);
    requireWords("words", words, "escalation.refused.words");
    supervisions.add(supervision.id(), SupervisionStep.Kind.INSTRUCTED, actor.asWhom().unit(), actor.id(), words,
        Optional.empty());
    append(supervision, "supervision.instructed", actor, Map.of("words", words));
    workflow.instructed(item, actor);
  }

  private Supervision decide(String item, Actor actor) {
    var supervision = lock(item, EscalationSupervision.USER_REVIEW, SupervisionState.ANSWERED, actor);
    var own = posts.belongsTo(actor, supervision.unit()) && !actor.unit().equals(supervision.office());
    if (own || lastAnswer(supervision).filter(actor::involves).isPresent()) {
      throw new Forbidden("escalation.forbidden.own-answer");
    }
    return supervision;
  }

  private Optional<String> lastAnswer(Supervision supervision) {
    return supervisions.steps(supervision.id()).stream()
        .filter(step -> step.kind() == SupervisionStep.Kind.ANSWERED).reduce((earlier, later) -> later)
        .map(SupervisionStep::by);
  }

  private void close(Supervision supervision, SupervisionResult result, String words, Actor actor) {
    if (result == null) {
      throw Refused.at("result", "escalation.refused.result");
    }
    if (words.length() > WORDS || result == SupervisionResult.NOT_DONE && words.isBlank()) {
      throw Refused.at("words", "escalation.refused.not-done", WORDS);
    }
    supervisions.close(supervision.id(), result, words, actor.id());
    append(supervision, "supervision.closed", actor, Map.of("supervisionResult", result.name(), "words", words));
  }

  private void receive(Supervision supervision, Actor actor) {
    supervisions.acknowledge(supervision.id(), actor.id());
    append(supervision, "supervision.acknowledged", actor, Map.of());
  }

  private Supervision lock(String item, String step, SupervisionState state, Actor actor) {
    var supervision = supervisions.lock(workflow.about(item, step, actor));
    cases.requireSight(supervision.caseId(), actor);
    if (supervision.state() != state) {
      throw new Conflict("escalation.conflict.moved-on", supervision.number());
    }
    return supervision;
  }

  private static void requireWords(String field, String words, String key) {
    if (words.isBlank() || words.length() > WORDS) {
      throw Refused.at(field, key, WORDS);
    }
  }

  private void append(Supervision supervision, String act, Actor actor, Map<String, Object> more) {
    var details = new HashMap<>(more);
    details.putAll(Map.of("supervision", supervision.id().toString(), "number", supervision.number(), "unit",
        supervision.unit()));
    audit.append(supervision.caseId(), actor, act, details);
  }
}
