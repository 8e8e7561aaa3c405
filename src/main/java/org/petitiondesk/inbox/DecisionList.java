package org.petitiondesk.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseBars;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.DecisionCard;
import org.petitiondesk.kernel.DecisionCards;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;

/** What waits for somebody's yes or no, of whatever kind; also what waits for an absent colleague. */
@Component
public class DecisionList {

  /** As many as are shown, and as can be decided together. */
  public static final int MOST = 50;

  private final Map<String, DecisionCards> kinds;
  private final WorkItems items;
  private final StandIns standIns;
  private final CaseBars bars;

  DecisionList(List<DecisionCards> kinds, WorkItems items, StandIns standIns, CaseBars bars) {
    this.kinds = kinds.stream().collect(Collectors.toMap(DecisionCards::kind, Function.identity()));
    this.items = items;
    this.standIns = standIns;
    this.bars = bars;
  }

  /** @param forWhom the absent colleague whose decision it is */
  public record Waiting(WorkItem item, Optional<Actor> forWhom, DecisionCard card) {}

  /** The most urgent first; fifty are enough for one sitting. */
  public List<Waiting> of(Actor actor) {
    if (kinds.isEmpty()) {
      return List.of();
    }
    var standIn = standIns.of(actor);
    var own = items.decisions(kinds.keySet(), WaitsFor.all(actor), MOST).stream()
        .filter(item -> item.isHeldBy(actor) || item.isFor(actor));
    var others = standIn.isNobody()
        ? List.<WorkItem>of()
        : items.decisionsOfColleagues(kinds.keySet(), standIn.places(), MOST);
    var barred = bars.barredFrom(actor);
    return Stream.concat(own, others.stream()).filter(item -> !barred.contains(item.caseId()))
        .filter(item -> item.isHeldBy(actor) || item.isFor(actor) || standIn.forWhom(item).isPresent())
        .collect(Collectors.toMap(WorkItem::id, Function.identity(), (one, same) -> one)).values().stream()
        .sorted(Comparator.comparing((WorkItem item) -> item.standing().rank()).thenComparing(WorkItem::id)).limit(MOST)
        .flatMap(item -> waiting(item, standIn).stream()).toList();
  }

  /** The transaction is that of the module whose decision it is. */
  public void approve(String id, Actor actor) {
    var item = get(id);
    kinds.get(item.kind()).approve(item.caseId(), id, standIns.on(id, actor));
  }

  public void giveBack(String id, String reason, Actor actor) {
    var item = get(id);
    kinds.get(item.kind()).giveBack(item.caseId(), id, reason, standIns.on(id, actor));
  }

  /** Who may act on it is checked by the module and the engine; a stranger learns no more than that. */
  private WorkItem get(String id) {
    return items.find(id).filter(item -> kinds.containsKey(item.kind()))
        .orElseThrow(() -> new NotFound("inbox.not-found.item", id));
  }

  /** An item of a report may wait for a group of which not everybody is named on it; others are decided meanwhile. */
  private Optional<Waiting> waiting(WorkItem item, StandIn standIn) {
    try {
      return Optional.of(new Waiting(item, standIn.forWhom(item),
          kinds.get(item.kind()).card(item.caseId(), item.id(), standIn.on(item))));
    } catch (NotFound | Conflict hiddenOrGone) {
      return Optional.empty();
    }
  }
}
