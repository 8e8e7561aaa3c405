package org.petitiondesk.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.RegisteredCases;
import org.petitiondesk.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a case that went astray back to a step before: an operator proposes it with a reason, a second person agrees.
 * Only to steps of the same process that the case has passed and that the model lets be done once more, and never to
 * before something with legal effect. There is no way forward: what lies between would not have happened. Reviews
 * (四不放过) are not moved at all.
 */
@Component
@Transactional
public class StepMoves {

  /** Processes are named after their module. */
  private static final String REVIEWS = "accountability_";

  private final JdbcClient jdbc;
  private final WorkItems items;
  private final Returns returns;
  private final RegisteredCases cases;
  private final CaseSight sight;
  private final AuditTrail audit;
  private final Clock clock;

  StepMoves(JdbcClient jdbc, WorkItems items, Returns returns, RegisteredCases cases, CaseSight sight,
      AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.items = items;
    this.returns = returns;
    this.cases = cases;
    this.sight = sight;
    this.audit = audit;
    this.clock = clock;
  }

  /** Where a case stands: its open items. Needs ADMINISTRATOR. */
  @Transactional(readOnly = true)
  public List<WorkItem> standing(CaseId id, Actor operator) {
    requireOperator(operator);
    return items.openOf(List.of(id)).stream().filter(item -> item.source() == ItemSource.TASK).toList();
  }

  /** Where the case of an open item may be put back to, the nearest step first. Needs ADMINISTRATOR. */
  @Transactional(readOnly = true)
  public List<Returns.Target> targets(String item, Actor operator) {
    requireOperator(operator);
    return returns.passedInProcess(movable(item));
  }

  /** The open item. Refused, with the sentence why, for what is never moved. */
  @Transactional(readOnly = true)
  public WorkItem movable(String id) {
    var item = items.find(id).filter(found -> found.source() == ItemSource.TASK)
        .orElseThrow(() -> WorkList.notFound(id));
    requireMovable(item);
    return item;
  }

  /** Needs ADMINISTRATOR, and waits for a second person. */
  public UUID propose(String item, String target, String reason, Actor operator) {
    requireOperator(operator);
    var from = movable(item);
    var words = OperatorSuspensions.words(reason);
    requireTarget(from, target);
    var id = UUID.randomUUID();
    if (jdbc.sql("""
        insert into step_move (id, case_id, item_id, target_id, reason, proposed_by, proposed_at, state, open_key)
          values (?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?)
          on conflict do nothing""")
        .params(id, from.caseId().value(), item, target, words, operator.id(), now(), item).update() == 0) {
      throw new Conflict("inbox.conflict.move-proposed");
    }
    audit.append(from.caseId(), operator, "move.proposed", details(from, target, words));
    return id;
  }

  /** Those on which the actor may decide. */
  @Transactional(readOnly = true)
  public List<StepMove> waitingFor(Actor actor) {
    return open(Optional.empty()).stream().filter(move -> mayDecide(move, actor)).toList();
  }

  /** All that are not decided; for administrators. */
  @Transactional(readOnly = true)
  public List<StepMove> proposed(Actor operator) {
    requireOperator(operator);
    return open(Optional.empty());
  }

  /** Another administrator, or the leader of the office that registered the case and may see it; never who proposed it. */
  public boolean mayDecide(StepMove move, Actor actor) {
    return !move.by().equals(actor.id()) && (actor.has(Role.ADMINISTRATOR)
        || actor.has(Role.LEADER) && actor.unit().equals(move.item().caseUnit())
            && sight.sees(move.item().caseId(), actor));
  }

  /** Carries it out. What has changed since it was proposed is looked at once more. */
  public void approve(UUID id, Actor actor) {
    var move = decidable(id, actor);
    cases.lock(move.item().caseId());
    requireMovable(move.item());
    requireTarget(move.item(), move.target().id());
    decide(id, "DONE", "", actor);
    var details = details(move.item(), move.target().id(), move.reason());
    details.put("proposedBy", move.by());
    audit.append(move.item().caseId(), actor, "move.approved", details);
    returns.putBack(move.item().id(), move.target(), move.reason(), actor);
  }

  public void refuse(UUID id, String reason, Actor actor) {
    var move = decidable(id, actor);
    var words = OperatorSuspensions.words(reason);
    decide(id, "REFUSED", words, actor);
    audit.append(move.item().caseId(), actor, "move.refused", details(move.item(), move.target().id(), words));
  }

  private StepMove decidable(UUID id, Actor actor) {
    if (jdbc.sql("select id from step_move where id = ? and state = 'PROPOSED' for update").param(id).query()
        .listOfRows().isEmpty()) {
      throw new Conflict("inbox.conflict.move-decided");
    }
    var move = open(Optional.of(id)).get(0);
    if (move.by().equals(actor.id())) {
      throw new Forbidden("inbox.forbidden.own-move");
    }
    if (!mayDecide(move, actor)) {
      throw new NotFound("inbox.not-found.move");
    }
    return move;
  }

  private void decide(UUID id, String state, String answer, Actor actor) {
    jdbc.sql("""
        update step_move set state = ?, decided_by = ?, decided_at = ?, answer = ?, open_key = null where id = ?""")
        .params(state, actor.id(), now(), answer, id).update();
  }

  private static void requireMovable(WorkItem item) {
    if (!item.isOpen()) {
      throw Conflicts.of(item);
    }
    if (item.processKey().startsWith(REVIEWS)) {
      throw Refused.because("inbox.refused.move-review");
    }
    if (item.marks().suspended()) {
      throw new Conflict("inbox.conflict.suspended");
    }
  }

  private void requireTarget(WorkItem item, String target) {
    var found = returns.passedInProcess(item).stream().filter(step -> step.step().id().equals(target)).findFirst()
        .orElseThrow(() -> Refused.at("target", "inbox.refused.move-forward"));
    found.bar().ifPresent(effect -> {
      throw Refused.at("target", "inbox.refused.legal-effect", effect);
    });
  }

  private List<StepMove> open(Optional<UUID> id) {
    return jdbc.sql("""
        select * from step_move where state = 'PROPOSED' and (cast(:id as uuid) is null or id = :id)
          order by proposed_at, id""").param("id", id.orElse(null))
        .query((rs, row) -> new StepMove(rs.getObject("id", UUID.class),
            items.find(rs.getString("item_id")).orElseThrow(), items.find(rs.getString("target_id")).orElseThrow(),
            rs.getString("reason"), rs.getString("proposed_by"), rs.getTimestamp("proposed_at").toInstant()))
        .list();
  }

  private Map<String, Object> details(WorkItem item, String target, String reason) {
    var details = new LinkedHashMap<String, Object>();
    details.put("item", item.id());
    details.put("process", item.processKey());
    details.put("from", item.kind());
    Optional.of(target).flatMap(items::find).ifPresent(step -> details.put("backTo", step.kind()));
    details.put("reason", reason);
    return details;
  }

  private static void requireOperator(Actor actor) {
    if (!actor.has(Role.ADMINISTRATOR)) {
      throw new Forbidden("inbox.forbidden.operator");
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
