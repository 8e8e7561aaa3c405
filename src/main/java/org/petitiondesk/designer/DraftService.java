package org.petitiondesk.designer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.designer.Draft.Returned;
import org.petitiondesk.designer.ModelHead.Unreadable;
import org.petitiondesk.engine.ModelFinding;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.ModelRefused;
import org.petitiondesk.engine.Publication;
import org.petitiondesk.engine.PublishedModel;
import org.petitiondesk.engine.PublishedModels;
import org.petitiondesk.engine.ShippedModel;
import org.petitiondesk.engine.ShippedModels;
import org.petitiondesk.engine.TableAnalysis;
import org.petitiondesk.engine.TableRemark;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of a draft. Every step names the version of the draft that the person saw: whoever comes second is told by
 * whom it was changed, and nothing happens twice.
 */
@Service
@Transactional
public class DraftService {

  private static final Logger LOG = LoggerFactory.getLogger(DraftService.class);

  /** Characters; larger than any model that people can read. */
  public static final int LARGEST = 2_000_000;

  private static final int WORDS = 2000;
  private static final int NAME = 200;
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{1,63}");
  private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']*)[\"']");

  private final DraftTable drafts;
  private final DraftRules rules;
  private final ModelCheck check;
  private final PublishedModels published;
  private final ShippedModels shipped;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  DraftService(DraftTable drafts, DraftRules rules, ModelCheck check, PublishedModels published, ShippedModels shipped,
      Accounts accounts, AuditTrail audit, Clock clock) {
    this.drafts = drafts;
    this.rules = rules;
    this.check = check;
    this.published = published;
    this.shipped = shipped;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** A draft with a text that was just saved. */
  public record Saved(int version, List<ModelFinding> findings, List<TableRemark> remarks) {}

  /**
   * Begins a draft from a version of the model; from an older one than that in force to roll back to it.
   *
   * @throws Conflict when the model has an open draft
   */
  public DraftId fromVersion(ModelKind kind, String key, int version, Actor actor) {
    rules.requireDesigner(actor);
    var from = published.version(kind, key, version);
    var inForce = published.latest(kind, key).orElseThrow();
    return begin(new Beginning(kind, key, from.name(), inForce.version(), accountOf(kind, key, Optional.of(from))),
        published.source(from), Map.of("from", version), actor);
  }

  /**
   * Begins a draft that takes account of the newer model of the product, for one that was published over.
   *
   * @param fromShipped from the product's model; otherwise from the one in force, to carry over by hand what is new
   */
  public DraftId fromOffer(ModelKind kind, String key, boolean fromShipped, Actor actor) {
    rules.requireDesigner(actor);
    var model = shipped.find(kind, key).orElseThrow(() -> Refused.because("designer.refused.not-shipped"));
    var inForce = published.latest(kind, key).orElseThrow(() -> Refused.because("designer.refused.not-shipped"));
    return begin(new Beginning(kind, key, inForce.name(), inForce.version(), Optional.of(model.hash())),
        fromShipped ? model.source() : published.source(inForce), Map.of("from", fromShipped ? "shipped" : "in-force"),
        actor);
  }

  /** Begins a model that there was not, with the least that one of its kind has. */
  public DraftId fromNothing(ModelKind kind, String key, String name, Actor actor) {
    rules.requireDesigner(actor);
    requireKey("key", key);
    var words = name.strip();
    if (words.isEmpty() || words.length() > NAME) {
      throw Refused.at("name", "designer.refused.name", NAME);
    }
    if (published.latest(kind, key).isPresent()) {
      throw Refused.at("key", "designer.refused.key-taken", key);
    }
    return begin(new Beginning(kind, key, words, 0, Optional.empty()), Starters.of(kind, key, words), Map.of(), actor);
  }

  /**
   * Begins a draft with a file that somebody brings: of the model in force with the same key, or of a new one. Nothing in
   * the file is carried out; what may not run is told on the page of the draft.
   *
   * @throws Refused when it is no well-formed model in UTF-8
   */
  public DraftId fromFile(String file, byte[] content, Actor actor) {
    rules.requireDesigner(actor);
    var kind = ModelKind.ofFile(file).orElseThrow(() -> Refused.at("file", "designer.refused.kind"));
    var source = text(content);
    var head = head(kind, source);
    requireKey("file", head.key());
    var inForce = published.latest(kind, head.key());
    return begin(
        new Beginning(kind, head.key(), head.name(), inForce.map(PublishedModel::version).orElse(0),
            accountOf(kind, head.key(), inForce)),
        source, Map.of("from", "file"), actor);
  }

  @Transactional(readOnly = true)
  public Draft get(DraftId id, Actor actor) {
    rules.requireReader(actor);
    return drafts.get(id);
  }

  @Transactional(readOnly = true)
  public String source(DraftId id, Actor actor) {
    rules.requireReader(actor);
    return drafts.source(id);
  }

  @Transactional(readOnly = true)
  public List<ModelFinding> findings(Draft draft) {
    return check.check(draft.kind(), draft.key(), drafts.source(draft.id()));
  }

  /** What its author should know of the rows of a table. */
  @Transactional(readOnly = true)
  public List<TableRemark> remarks(Draft draft) {
    return draft.kind() == ModelKind.DMN ? TableAnalysis.of(drafts.source(draft.id())) : List.of();
  }

  /** The version in force that the draft was made from; empty for a new model. */
  @Transactional(readOnly = true)
  public Optional<String> base(Draft draft) {
    return draft.baseVersion() == 0
        ? Optional.empty()
        : Optional.of(published.source(published.version(draft.kind(), draft.key(), draft.baseVersion())));
  }

  /**
   * Keeps the text, whatever the guard says of it, as long as it can be read.
   *
   * @throws Refused when it is not well-formed; then nothing is kept
   */
  public Saved save(DraftId id, int version, String source, Actor actor) {
    rules.requireDesigner(actor);
    var draft = open(id, version, DraftState.DRAFT);
    requireText("source", source);
    var heads = heads(draft.kind(), source);
    var name = heads.stream().filter(head -> head.key().equals(draft.key())).map(ModelHead::name).findFirst()
        .orElse(draft.name());
    drafts.write(id, source);
    drafts.wrote(id, actor.id());
    drafts.rename(id, shortened(name));
    changed(draft, actor);
    return new Saved(version + 1, check.check(draft.kind(), draft.key(), source), remarks(draft));
  }

  /** @throws Refused while something keeps it from being published, or without a word on what changes */
  public void submit(DraftId id, int version, String note, Actor actor) {
    rules.requireDesigner(actor);
    var draft = open(id, version, DraftState.DRAFT);
    var words = words("note", note);
    requirePublishable(draft);
    drafts.submit(id, words, actor.id(), now());
    drafts.wrote(id, actor.id());
    changed(draft, actor);
    append(draft, actor, "model.submitted", Map.of("note", words));
  }

  /** Back to drawing: by its author, or by whoever decides on it, with a reason; a publication that was set is off. */
  public void returnToAuthor(DraftId id, int version, String reason, Actor actor) {
    rules.requireReader(actor);
    var draft = open(id, version, DraftState.SUBMITTED, DraftState.APPROVED);
    var words = words("reason", reason);
    drafts.giveBack(id, new Returned(words, actor.id()));
    changed(draft, actor);
    append(draft, actor, "model.returned", Map.of("reason", words));
  }

  /**
   * Approves it and publishes it as a new version: at once, or at a moment to come.
   *
   * @throws org.petitiondesk.kernel.Forbidden for whoever wrote on it
   */
  public void approve(DraftId id, int version, Optional<Instant> publishAt, Actor actor) {
    var draft = open(id, version, DraftState.SUBMITTED);
    rules.requireDecider(draft, actor);
    requirePublishable(draft);
    requireBase(draft);
    if (publishAt.filter(at -> !at.isAfter(now())).isPresent()) {
      throw Refused.at("publishAt", "designer.refused.past");
    }
    drafts.approve(id, actor.id(), now(), publishAt);
    append(draft, actor, "model.approved",
        publishAt.map(at -> Map.of("publishAt", at.toString())).orElseGet(Map::of));
    if (publishAt.isEmpty()) {
      publish(draft, actor.id(), actor);
    }
    changed(draft, actor);
  }

  /**
   * Publishes a draft whose moment has come; nothing happens when another node has done it, or when it was called off.
   * What has changed since its approval sends it back instead.
   */
  public void publishDue(DraftId id) {
    var draft = drafts.lock(id);
    if (draft.state() != DraftState.APPROVED || draft.publishAt().filter(at -> !at.isAfter(now())).isEmpty()) {
      return;
    }
    var obstacle = obstacle(draft);
    if (obstacle.isEmpty()) {
      publish(draft, draft.approvedBy().orElseThrow(), Actor.SYSTEM);
    } else {
      notPublished(draft, obstacle.get());
    }
    changed(draft, Actor.SYSTEM);
  }

  /** After {@link #publishDue} was refused by the engine: back to the author, who would wait for it in vain. */
  void giveBackDue(DraftId id) {
    var draft = drafts.lock(id);
    if (draft.state() == DraftState.APPROVED) {
      notPublished(draft, "designer.unpublished.engine");
      changed(draft, Actor.SYSTEM);
    }
  }

  private void notPublished(Draft draft, String reason) {
    drafts.giveBack(draft.id(), new Returned(reason, Actor.SYSTEM.id()));
    append(draft, Actor.SYSTEM, "model.not-published", Map.of("reason", reason));
  }

  /** Says that the draft takes account of what was published meanwhile. */
  public void takeAccount(DraftId id, int version, Actor actor) {
    rules.requireDesigner(actor);
    var draft = open(id, version, DraftState.DRAFT);
    if (isBase(draft)) {
      throw new Conflict("designer.conflict.is-base");
    }
    var inForce = published.latest(draft.kind(), draft.key());
    var base = inForce.map(PublishedModel::version).orElse(0);
    var newest = shipped.find(draft.kind(), draft.key()).map(ShippedModel::hash);
    drafts.rebase(id, base,
        draft.shipped().equals(newest) ? newest : accountOf(draft.kind(), draft.key(), inForce));
    drafts.wrote(id, actor.id());
    changed(draft, actor);
    append(draft, actor, "model.took-account", Map.of("version", base));
  }

  /** By its author, who need not say why, or by whoever may decide on it, with a reason. */
  public void discard(DraftId id, int version, String reason, Actor actor) {
    rules.requireReader(actor);
    var draft = open(id, version, DraftState.DRAFT, DraftState.SUBMITTED);
    var own = draft.author().equals(actor.id());
    if (!own) {
      rules.requireDecider(draft, actor);
    }
    var words = own && reason.isBlank() ? "" : words("reason", reason);
    drafts.discard(id);
    changed(draft, actor);
    append(draft, actor, "model.discarded", words.isEmpty() ? Map.of() : Map.of("reason", words));
  }

  /** Whether the version in force is still the one that the draft was made from. */
  @Transactional(readOnly = true)
  public boolean isBase(Draft draft) {
    return published.versionInForce(draft.kind(), draft.key()).orElse(0) == draft.baseVersion();
  }

  /** The product's model that a version takes account of: the one that it is, or that its approver knew. */
  private Optional<String> accountOf(ModelKind kind, String key, Optional<PublishedModel> version) {
    return version.flatMap(PublishedModel::publication).flatMap(Publication::shipped)
        .or(() -> shipped.find(kind, key).map(ShippedModel::hash));
  }

  private DraftId begin(Beginning beginning, String source, Map<String, ?> details, Actor actor) {
    requireText("file", source);
    var draft = new Draft(DraftId.next(), beginning.kind(), beginning.key(), shortened(beginning.name()),
        beginning.base(),
        beginning.shipped(), DraftState.DRAFT, actor.id(), now(), actor.id(), now(), "", Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Set.of(actor.id()), 0);
    if (!drafts.insert(draft, source)) {
      throw new Conflict("designer.conflict.open", draft.key());
    }
    drafts.wrote(draft.id(), actor.id());
    append(draft, actor, "model.drafted", details);
    return draft.id();
  }

  private record Beginning(ModelKind kind, String key, String name, int base, Optional<String> shipped) {}

  private void publish(Draft draft, String approver, Actor actor) {
    var model = inForce(draft, new Publication(approver, draft.author(), now(), draft.note(), draft.shipped()));
    drafts.publish(draft.id(), model.version());
    append(draft, actor, "model.published", Map.of("version", model.version(), "approvedBy", approver));
    audit.append(AuditTrail.HOUSE, actor, "model.published", Map.of("kind", draft.kind().name(), "model", draft.key(),
        "version", model.version(), "draft", draft.id().toString()));
  }

  /** @throws Refused when the engine does not take what passed every check; nothing of the step stays */
  private PublishedModel inForce(Draft draft, Publication publication) {
    try {
      return published.publish(draft.kind(), draft.key(), draft.name(), drafts.source(draft.id()), publication);
    } catch (ProcessEngineException | IllegalStateException | ModelRefused e) {
      LOG.error("Draft {} could not be published", draft.id(), e);
      throw Refused.because("designer.refused.engine");
    }
  }

  /** What has happened since the approval that keeps it from being published. */
  private Optional<String> obstacle(Draft draft) {
    if (!isBase(draft)) {
      return Optional.of("designer.unpublished.base");
    }
    return findings(draft).isEmpty() ? Optional.empty() : Optional.of("designer.unpublished.check");
  }

  private void requirePublishable(Draft draft) {
    var findings = findings(draft);
    if (!findings.isEmpty()) {
      throw Refused.because("designer.refused.findings", findings.size());
    }
  }

  private void requireBase(Draft draft) {
    if (!isBase(draft)) {
      throw new Conflict("designer.conflict.base");
    }
  }

  /** Locks it; refuses whoever has seen an older version of it. */
  private Draft open(DraftId id, int version, DraftState... states) {
    var draft = drafts.lock(id);
    if (draft.version() != version || !Set.of(states).contains(draft.state())) {
      throw new Conflict("designer.conflict.stale", accounts.name(draft.changedBy()),
          Dates.local(draft.changedAt()));
    }
    return draft;
  }

  private void changed(Draft draft, Actor actor) {
    drafts.changed(draft.id(), actor.id(), now());
  }

  private void append(Draft draft, Actor actor, String act, Map<String, ?> more) {
    var details = new LinkedHashMap<String, Object>();
    details.put("kind", draft.kind().name());
    details.put("model", draft.key());
    details.putAll(more);
    audit.append(draft.id().chain(), actor, act, details);
  }

  /** Which model a file holds. */
  static String keyOf(ModelKind kind, byte[] content) {
    return head(kind, text(content)).key();
  }

  private static ModelHead head(ModelKind kind, String source) {
    var heads = heads(kind, source);
    if (heads.size() != 1) {
      throw Refused.at("file", "designer.refused.one-model");
    }
    return heads.get(0);
  }

  private static List<ModelHead> heads(ModelKind kind, String source) {
    try {
      return ModelHead.of(kind, source);
    } catch (Unreadable e) {
      throw new NotWellFormed(e.finding());
    }
  }

  /** Models are kept as text: bytes that are none, and other alphabets than UTF-8, would change on the way. */
  private static String text(byte[] content) {
    if (content.length > 2 * LARGEST) {
      throw Refused.at("file", "designer.refused.too-large");
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      requireText("file", plain);
      var encoding = ENCODING.matcher(plain);
      if (encoding.find() && !encoding.group(1).equalsIgnoreCase("UTF-8")) {
        throw Refused.at("file", "designer.refused.encoding");
      }
      return plain;
    } catch (CharacterCodingException e) {
      throw Refused.at("file", "designer.refused.encoding");
    }
  }

  /** A database keeps no NUL, neither as it is nor in the name that a form spells with one. */
  private static void requireText(String field, String source) {
    if (source.length() > LARGEST) {
      throw Refused.at(field, "designer.refused.too-large");
    }
    if (source.indexOf('\0') >= 0 || source.contains("\\u0000")) {
      throw Refused.at(field, "designer.refused.encoding");
    }
  }

  private static void requireKey(String field, String key) {
    if (!KEY.matcher(key).matches()) {
      throw Refused.at(field, "designer.refused.key");
    }
  }

  private static String words(String field, String text) {
    var words = text.strip();
    if (words.isEmpty() || words.length() > WORDS) {
      throw Refused.at(field, "designer.refused." + field, WORDS);
    }
    return words;
  }

  private static String shortened(String name) {
    return name.length() <= NAME ? name : name.substring(0, NAME);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
