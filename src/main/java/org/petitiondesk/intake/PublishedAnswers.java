package org.petitiondesk.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Categories;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.casefile.Texts;
import org.petitiondesk.intake.PublishedAnswer.State;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Page;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.Territory;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers that everybody may read, shown before somebody hands in the same question. One person of the registering
 * office rewrites a closed case, another one, a leader there, approves. Never from a report (检举控告).
 */
@Component
@Transactional
public class PublishedAnswers {

  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_TEXT = 5_000;
  private static final int LONGEST_REASON = 1_000;
  private static final int COMPARED = 2_000;
  private static final int SHOWN = 3;
  private static final double ALIKE = 0.12;
  private static final Set<UnitKind> WIDE = Set.of(UnitKind.GOVERNMENT, UnitKind.PETITION_OFFICE, UnitKind.STREET);

  private final PublishedAnswerRepository repository;
  private final CaseFiles cases;
  private final Categories categories;
  private final Territories territories;
  private final Units units;
  private final AuditTrail audit;
  private final Clock clock;

  PublishedAnswers(PublishedAnswerRepository repository, CaseFiles cases, Categories categories,
      Territories territories, Units units, AuditTrail audit, Clock clock) {
    this.repository = repository;
    this.cases = cases;
    this.categories = categories;
    this.territories = territories;
    this.units = units;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether an answer may be written from this case, and by this person. */
  @Transactional(readOnly = true)
  public boolean mayPropose(CaseFile file, Actor actor) {
    return file.isClosed() && !file.isReport() && !file.closingState().equals(Optional.of(ClosingState.MERGED))
        && actor.unit().equals(file.registeringUnit()) && (actor.has(Role.OFFICER) || actor.has(Role.LEADER));
  }

  /** Refused where somebody could be known by it. */
  public UUID propose(ProposeAnswer command, Actor actor) {
    cases.requireSight(command.caseId(), actor);
    var file = cases.get(command.caseId());
    if (!mayPropose(file, actor)) {
      throw new Forbidden("intake.answer.not-from-this");
    }
    checkText("title", command.title(), LONGEST_TITLE, file);
    checkText("question", command.question(), LONGEST_TEXT, file);
    checkText("answer", command.answer(), LONGEST_TEXT, file);
    if (categories.find(command.category()).isEmpty()) {
      throw Refused.at("category", "intake.refused.choice");
    }
    if (places(file).stream().noneMatch(place -> place.id().equals(command.territory()))) {
      throw Refused.at("territory", "intake.refused.choice");
    }
    var proposal = new PublishedAnswer(UUID.randomUUID(), file.id(), file.registeringUnit(), command.title().strip(),
        command.question().strip(), command.answer().strip(), command.category(), command.territory(), State.PROPOSED,
        actor.id(), now(), Optional.empty(), Optional.empty());
    repository.insert(proposal, AnswerWords.of(proposal.title() + "\n" + proposal.question()));
    audit.append(file.id(), actor, "answer.proposed", Map.of("answer", proposal.id().toString()));
    return proposal.id();
  }

  /** Everybody may read it from now on. Whoever wrote it does not decide on it. */
  public void approve(UUID id, Actor actor) {
    var proposal = decidable(id, actor);
    var file = cases.get(proposal.caseId());
    if (file.isReport()) {
      throw new Forbidden("intake.answer.not-from-this");
    }
    // Parties may have been added since it was written.
    checkText("", proposal.title() + "\n" + proposal.question() + "\n" + proposal.answer(), Integer.MAX_VALUE, file);
    decide(proposal, State.PUBLISHED, "", actor);
  }

  public void sendBack(UUID id, String reason, Actor actor) {
    checkReason(reason);
    decide(decidable(id, actor), State.SENT_BACK, reason, actor);
  }

  /** Nobody can read it any longer. Officers and leaders of its office alike: a mistake must not wait for anybody. */
  public void withdraw(UUID id, String reason, Actor actor) {
    checkReason(reason);
    var answer = ofMyOffice(id, actor);
    if (!repository.withdraw(id, actor.id(), reason, now())) {
      throw new Conflict("intake.conflict.answer-decided");
    }
    audit.append(answer.caseId(), actor, "answer.withdrawn", Map.of("answer", id.toString(), "reason", reason));
  }

  /** The street of the case and what lies above it: of a smaller place somebody could be known by it. */
  @Transactional(readOnly = true)
  public List<Territory> places(CaseFile file) {
    var around = territories.selfAndAbove(file.territory());
    var wide = units.all().stream().filter(unit -> WIDE.contains(unit.kind())).map(Unit::territory)
        .collect(Collectors.toSet());
    return around.stream().filter(place -> place.parent().isEmpty() || wide.contains(place.id())).toList();
  }

  /** What was written from a case. The caller has checked sight of it. */
  @Transactional(readOnly = true)
  public List<PublishedAnswer> ofCase(CaseId id) {
    return repository.ofCase(id);
  }

  /** Proposals for the leaders of the actor's office, oldest first. */
  @Transactional(readOnly = true)
  public List<PublishedAnswer> waiting(Actor actor) {
    return repository.waiting(actor.unit());
  }

  /** How many proposals the actor may decide on; nobody decides on their own. */
  @Transactional(readOnly = true)
  public int toDecide(Actor actor) {
    return actor.has(Role.LEADER) ? repository.toDecide(actor.unit(), actor.id()) : 0;
  }

  /** For everybody, newest first. */
  @Transactional(readOnly = true)
  public Page<PublishedAnswer> find(String words, String category, Optional<UUID> after) {
    return repository.published(AnswerWords.of(words), Optional.of(category).filter(code -> !code.isBlank()), after);
  }

  /** Up to three published answers that may be to the same question, the most alike first. */
  @Transactional(readOnly = true)
  public List<PublishedAnswer> alike(String text) {
    var words = AnswerWords.of(text.substring(0, Math.min(text.length(), COMPARED)));
    return repository.alike(words).stream().filter(found -> found.share() >= ALIKE).limit(SHOWN)
        .map(PublishedAnswerRepository.Likeness::answer).toList();
  }

  private void decide(PublishedAnswer proposal, State to, String reason, Actor actor) {
    if (!repository.decide(proposal.id(), to, actor.id(), reason, now())) {
      throw new Conflict("intake.conflict.answer-decided");
    }
    audit.append(proposal.caseId(), actor, to == State.PUBLISHED ? "answer.published" : "answer.sent-back",
        Map.of("answer", proposal.id().toString(), "reason", reason));
  }

  private PublishedAnswer decidable(UUID id, Actor actor) {
    var proposal = ofMyOffice(id, actor);
    if (!actor.has(Role.LEADER)) {
      throw new Forbidden("intake.answer.leader-only");
    }
    if (proposal.proposedBy().equals(actor.id())) {
      throw new Forbidden("intake.answer.not-ones-own");
    }
    return proposal;
  }

  /** Of another office's answer nobody learns whether there is one. */
  private PublishedAnswer ofMyOffice(UUID id, Actor actor) {
    return repository.find(id).filter(answer -> answer.registeringUnit().equals(actor.unit()))
        .filter(answer -> actor.has(Role.OFFICER) || actor.has(Role.LEADER))
        .orElseThrow(() -> new NotFound("intake.not-found.answer"));
  }

  private void checkText(String field, String text, int longest, CaseFile file) {
    if (text.isBlank()) {
      throw Refused.at(field, "intake.refused.answer-empty");
    }
    Texts.check(field, text, longest);
    Anonymity.check(field, text, cases.parties(file.id()));
  }

  private static void checkReason(String reason) {
    if (reason.isBlank()) {
      throw Refused.at("reason", "intake.refused.answer-reason");
    }
    Texts.check("reason", reason, LONGEST_REASON);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
