package org.petitiondesk.designer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.Publication;
import org.petitiondesk.engine.PublishedModel;
import org.petitiondesk.engine.PublishedModels;
import org.petitiondesk.engine.ShippedModels;
import org.petitiondesk.engine.StepFigure;
import org.petitiondesk.engine.StepFigures;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What designers find: every model, its versions, its open draft. */
@Component
@Transactional(readOnly = true)
public class ModelCatalog {

  private final PublishedModels published;
  private final ShippedModels shipped;
  private final StepFigures figures;
  private final DraftTable drafts;
  private final DraftRules rules;

  ModelCatalog(PublishedModels published, ShippedModels shipped, StepFigures figures, DraftTable drafts,
      DraftRules rules) {
    this.published = published;
    this.shipped = shipped;
    this.figures = figures;
    this.drafts = drafts;
    this.rules = rules;
  }

  /** By kind and name. */
  public List<ListedModel> all(Actor actor) {
    rules.requireReader(actor);
    var open = drafts.open().stream()
        .collect(Collectors.toMap(draft -> draft.kind().file(draft.key()), Function.identity()));
    var models = new ArrayList<ListedModel>();
    for (var model : published.latest()) {
      models.add(listed(model, Optional.ofNullable(open.remove(model.kind().file(model.key())))));
    }
    open.values().forEach(draft -> models.add(
        new ListedModel(draft.kind(), draft.key(), draft.name(), Optional.empty(), Optional.of(draft), false)));
    models.sort(Comparator.comparing(ListedModel::kind).thenComparing(ListedModel::key));
    return models;
  }

  /** @throws NotFound when there is no such model */
  public ListedModel get(ModelKind kind, String key, Actor actor) {
    rules.requireReader(actor);
    var draft = drafts.open(kind, key);
    return published.latest(kind, key).map(model -> listed(model, draft))
        .or(() -> draft
            .map(open -> new ListedModel(kind, key, open.name(), Optional.empty(), Optional.of(open), false)))
        .orElseThrow(() -> new NotFound("designer.not-found.model"));
  }

  /** The newest first. */
  public List<PublishedModel> versions(ModelKind kind, String key, Actor actor) {
    rules.requireReader(actor);
    return published.versions(kind, key);
  }

  /** How the cases of a process fare at its steps; nothing for tables and forms. */
  public List<StepFigure> figures(ListedModel model) {
    return model.kind() == ModelKind.BPMN ? figures.of(model.key()) : List.of();
  }

  /** The version in force, as it was drawn. */
  public String source(ModelKind kind, String key, Actor actor) {
    return published
        .source(get(kind, key, actor).inForce().orElseThrow(() -> new NotFound("designer.not-found.model")));
  }

  /** How many cases stand in any version of each process that has some, by key. */
  public Map<String, Long> running(Actor actor) {
    rules.requireReader(actor);
    return published.running();
  }

  /** What the draft changes of the version that it was made from; everything of a new model is new. */
  public List<ModelChange> changes(Draft draft) {
    return draft.baseVersion() == 0
        ? List.of()
        : ModelDifference.between(draft.kind(), source(draft, draft.baseVersion()), drafts.source(draft.id()));
  }

  /** What was published since the draft was made, as far as it differs from what the draft was made from. */
  public List<ModelChange> changesMeanwhile(Draft draft) {
    return published.latest(draft.kind(), draft.key()).filter(now -> now.version() != draft.baseVersion())
        .filter(now -> draft.baseVersion() > 0)
        .map(now -> ModelDifference.between(draft.kind(), source(draft, draft.baseVersion()), published.source(now)))
        .orElse(List.of());
  }

  /** @throws NotFound when the product ships none that the version in force does not take account of */
  public Offer offer(ModelKind kind, String key, Actor actor) {
    rules.requireReader(actor);
    var inForce = published.latest(kind, key).filter(this::isOffered)
        .orElseThrow(() -> new NotFound("designer.not-found.offer"));
    var newer = shipped.find(kind, key).orElseThrow().source();
    var own = published.source(inForce);
    return inForce.publication().flatMap(Publication::shipped).flatMap(hash -> shipped.source(kind, key, hash))
        .map(base -> Offer.of(ModelDifference.between(kind, base, newer), ModelDifference.between(kind, base, own)))
        .orElseGet(() -> Offer.of(ModelDifference.between(kind, own, newer), List.of()));
  }

  private String source(Draft draft, int version) {
    return published.source(published.version(draft.kind(), draft.key(), version));
  }

  /** How many drafts wait for a decision that the actor may take. */
  public int waitingFor(Actor actor) {
    return (int) drafts.open().stream()
        .filter(draft -> draft.state() == DraftState.SUBMITTED && rules.decides(draft, actor)).count();
  }

  public boolean isReader(Actor actor) {
    return rules.reads(actor);
  }

  public boolean isDesigner(Actor actor) {
    return rules.draws(actor);
  }

  public boolean mayDecide(Draft draft, Actor actor) {
    return rules.decides(draft, actor);
  }

  private ListedModel listed(PublishedModel model, Optional<Draft> draft) {
    return new ListedModel(model.kind(), model.key(), model.name(), Optional.of(model), draft, isOffered(model));
  }

  /** What nobody here has published over is brought by the start itself. */
  private boolean isOffered(PublishedModel model) {
    return model.publication().isPresent() && shipped.find(model.kind(), model.key())
        .filter(now -> !model.publication().flatMap(Publication::shipped).equals(Optional.of(now.hash()))).isPresent();
  }
}
