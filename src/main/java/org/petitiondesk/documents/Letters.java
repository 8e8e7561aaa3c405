package org.petitiondesk.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Units;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Official letters: written from a text and facts, numbered, kept as they were signed, and followed until they arrive. */
@Component
public class Letters {

  private final LetterTexts texts;
  private final LetterRepository repository;
  private final LetterSettings settings;
  private final Units units;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Letters(LetterTexts texts, LetterRepository repository, LetterSettings settings, Units units, AuditTrail audit,
      ApplicationEventPublisher events, Clock clock) {
    this.texts = texts;
    this.repository = repository;
    this.settings = settings;
    this.units = units;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Writes, numbers and files the letter; {@link LetterIssued} sends it on its way within the same transaction. */
  @Transactional
  public Letter issue(IssueLetter command, Actor actor) {
    var year = Dates.today(clock).getYear();
    // A fact that is missing is found before the numbers of the unit are locked.
    texts.render(command.template(), facts(command, number(command.unit(), year, "")));
    var number = number(command.unit(), year, String.valueOf(repository.nextNumber(command.unit(), year)));
    var text = texts.render(command.template(), facts(command, number));
    var letter = new Letter(LetterId.next(), command.caseId(), command.template(), number, text.title(), text.body(),
        command.unit(), command.recipient(), command.method(), LetterState.ISSUED,
        clock.instant().truncatedTo(ChronoUnit.MILLIS), Optional.empty(), Optional.empty());
    repository.insert(letter, actor.id());
    audit.append(letter.caseId(), actor, "letter.issued", Map.of("letter", letter.id().toString(), "template",
        letter.template(), "number", number, "unit", letter.unit(), "method", letter.method().name()));
    events.publishEvent(new LetterIssued(letter.id(), letter.caseId(), letter.template(), letter.method()));
    return letter;
  }

  /**
   * Writes and numbers a text from one unit to another. It is no letter to a petitioner: whoever asks for it keeps it, and
   * nobody sends it on its way.
   *
   * @param series the word behind the unit's own in the number, for a series apart from the unit's letters
   */
  @Transactional
  public LetterText compose(String template, String unit, String series, Map<String, Object> facts) {
    var year = Dates.today(clock).getYear();
    var count = repository.nextNumber(unit + "/" + series, year);
    var number = prefix(unit) + series + "〔" + year + "〕" + count + "号";
    var all = new HashMap<String, Object>(Map.of("unitName", units.name(unit), "date", Dates.today(clock)));
    all.putAll(facts);
    all.put("number", number);
    var text = texts.render(template, all);
    return new LetterText(text.title(), number, text.body());
  }

  /**
   * A paper of a file, written from what is on record each time that somebody asks for it: it is no letter, nobody numbers
   * or keeps it.
   *
   * @param number as it stands on the paper, the archive number of the file
   */
  public LetterText paper(String template, String unit, String number, Map<String, Object> facts) {
    var all = new HashMap<String, Object>(Map.of("unitName", units.name(unit), "date", Dates.today(clock)));
    all.putAll(facts);
    var text = texts.render(template, all);
    return new LetterText(text.title(), number, text.body());
  }

  /** The letter as it would be: title, number still open, and text. */
  public String preview(IssueLetter command) {
    var number = number(command.unit(), Dates.today(clock).getYear(), "　");
    var text = texts.render(command.template(), facts(command, number));
    return text.title() + "\n" + number + "\n\n" + text.body();
  }

  @Transactional(readOnly = true)
  public Letter get(LetterId id) {
    return repository.find(id).orElseThrow(() -> new NotFound("documents.letter.not-found"));
  }

  /**
   * For a page that shows the whole of it, to whom and where to: a look that is itself on record. The caller has checked
   * that the reader works on the case or delivers the letter.
   */
  @Transactional
  public Letter open(LetterId id, Actor actor) {
    var letter = get(id);
    audit.append(letter.caseId(), actor, "letter.viewed",
        Map.of("letter", id.toString(), "template", letter.template(), "number", letter.number()));
    return letter;
  }

  /** Oldest first. */
  @Transactional(readOnly = true)
  public List<Letter> of(CaseId caseId) {
    return repository.of(caseId);
  }

  /** The letter takes another way than the one it was signed for; what goes by {@code PORTAL} is public to its petitioner. */
  @Transactional
  public void redirected(LetterId id, DeliveryMethod method) {
    if (!repository.redirected(id, method)) {
      throw new Conflict("documents.letter.settled", get(id).number());
    }
  }

  /** The letter has arrived. A second proof, or one for a letter that was given up, is a {@link Conflict}. */
  @Transactional
  public void delivered(LetterId id, LocalDate on, String proof, Optional<DocumentId> evidence, Actor actor) {
    var letter = get(id);
    if (on.isAfter(Dates.today(clock))) {
      throw Refused.at("on", "documents.letter.delivered-in-future");
    }
    if (on.isBefore(Dates.local(letter.issuedAt()).toLocalDate())) {
      throw Refused.at("on", "documents.letter.delivered-before-issued", Dates.local(letter.issuedAt()).toLocalDate());
    }
    if (!repository.delivered(id, on, proof, evidence)) {
      throw new Conflict("documents.letter.settled", letter.number());
    }
    var details = new HashMap<String, Object>(Map.of("letter", id.toString(), "template", letter.template(), "number",
        letter.number(), "on", on.toString(), "proof", proof));
    evidence.ifPresent(document -> details.put("evidence", document.toString()));
    audit.append(letter.caseId(), actor, "letter.delivered", details);
    events.publishEvent(new LetterDelivered(id, letter.caseId(), letter.template(), on));
  }

  /** Nobody tries any longer, for a stated reason. */
  @Transactional
  public void undeliverable(LetterId id, String reason, Actor actor) {
    var letter = get(id);
    if (!repository.undeliverable(id, reason)) {
      throw new Conflict("documents.letter.settled", letter.number());
    }
    audit.append(letter.caseId(), actor, "letter.undeliverable", Map.of("letter", id.toString(), "template",
        letter.template(), "number", letter.number(), "reason", reason));
    events.publishEvent(new LetterUndeliverable(id, letter.caseId(), letter.template(), reason));
  }

  private String number(String unit, int year, String count) {
    return prefix(unit) + "〔" + year + "〕" + count + "号";
  }

  private String prefix(String unit) {
    return settings.prefixes().getOrDefault(unit, units.name(unit));
  }

  private Map<String, Object> facts(IssueLetter command, String number) {
    var facts = new HashMap<String, Object>();
    facts.put("unitName", units.name(command.unit()));
    facts.put("date", Dates.today(clock));
    facts.put("recipient", command.recipient().name());
    facts.putAll(command.facts());
    facts.put("number", number);
    return facts;
  }
}
