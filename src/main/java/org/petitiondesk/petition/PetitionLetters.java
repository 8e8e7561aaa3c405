package org.petitiondesk.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.petitiondesk.calendar.Term;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.PointAnswer;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.IssueLetter;
import org.petitiondesk.escalation.ExtensionGranted;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts the facts of a petition together for its letters; the wording stands in {@code processes/petition/letters}.
 * Letters are official papers: they are in Chinese whatever language the officer reads.
 */
@Component
class PetitionLetters {

  static final String RECEIPT = "petition_receipt";
  static final String ACCEPTANCE = "petition_acceptance";
  static final String GUIDANCE = "petition_guidance";
  static final String REFUSAL = "petition_refusal";
  static final String SUPPLEMENT = "petition_supplement";
  static final String REPLY = "petition_reply";
  static final String MERGED = "petition_merged";
  static final String WITHDRAWN = "petition_withdrawn";
  static final String DISSATISFACTION = "petition_dissatisfaction_answer";
  static final String EXTENSION = "petition_extension";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

  private final CaseFiles cases;
  private final Units units;
  private final MessageSource messages;
  private final Clock clock;

  PetitionLetters(CaseFiles cases, Units units, MessageSource messages, Clock clock) {
    this.cases = cases;
    this.units = units;
    this.messages = messages;
    this.clock = clock;
  }

  IssueLetter receipt(CaseId id) {
    return letter(RECEIPT, cases.get(id), cases.get(id).registeringUnit(), Map.of());
  }

  IssueLetter acceptance(CaseId id, LocalDate dueOn) {
    var petition = cases.get(id);
    return letter(ACCEPTANCE, petition, petition.leadUnit().orElseThrow(), Map.of("dueOn", dueOn.format(DAY)));
  }

  IssueLetter guidance(CaseId id, Screening screening, String path) {
    var petition = cases.get(id);
    return letter(GUIDANCE, petition, petition.registeringUnit(),
        Map.of("path", path, "body", screening.competentBody(), "term", screening.procedureTerm()));
  }

  IssueLetter refusal(CaseId id, String reason) {
    var petition = cases.get(id);
    return letter(REFUSAL, petition, petition.registeringUnit(), Map.of("reason", reason));
  }

  IssueLetter supplement(CaseId id, String question) {
    var petition = cases.get(id);
    return letter(SUPPLEMENT, petition, petition.registeringUnit(), Map.of("question", question));
  }

  IssueLetter merged(CaseId id, CaseId target) {
    var petition = cases.get(id);
    return letter(MERGED, petition, petition.registeringUnit(), Map.of("targetCode", cases.get(target).code()));
  }

  IssueLetter withdrawn(CaseId id) {
    var petition = cases.get(id);
    return letter(WITHDRAWN, petition, petition.registeringUnit(), Map.of());
  }

  /** From the office that registered it, whoever called back. */
  IssueLetter dissatisfaction(CaseId id, String answer) {
    var petition = cases.get(id);
    return letter(DISSATISFACTION, petition, petition.registeringUnit(), Map.of("reason", answer));
  }

  IssueLetter extension(ExtensionGranted granted) {
    var petition = cases.get(granted.caseId());
    return letter(EXTENSION, petition, petition.leadUnit().orElse(petition.registeringUnit()),
        Map.of("reason", granted.reason(), "length", Integer.toString(granted.length()), "lengthUnit",
            text("calendar.unit." + granted.unit()), "dueOn", granted.dueOn().format(DAY)));
  }

  IssueLetter reply(CaseId id, List<PointAnswer> given, String remedy, DeliveryMethod method) {
    var petition = cases.get(id);
    Map<Integer, PointAnswer> answers = given.stream()
        .collect(Collectors.toMap(PointAnswer::number, Function.identity()));
    List<Map<String, String>> points = cases.points(id).stream().map(point -> {
      var answer = answers.get(point.number());
      return Map.of("text", point.text(), "facts", answer.facts(), "basis", answer.basis(), "outcome",
          text("casefile.outcome." + answer.outcome().name()));
    }).toList();
    var unit = petition.leadUnit().orElseThrow();
    return new IssueLetter(id, REPLY, unit, cases.recipient(id), method,
        facts(petition, unit, Map.of("points", points, "remedy", remedy)));
  }

  /** For the body that reconsiders; where it is not on this desk, the next higher one in general. */
  String remedy(Optional<Unit> body, Term term) {
    var above = body.map(Unit::name).orElseGet(() -> text("petition.remedy.above"));
    return messages.getMessage("petition.remedy.usual", new Object[]{above, Integer.toString(term.length())},
        Locale.SIMPLIFIED_CHINESE);
  }

  /** The same letter by another way than the preferred one. */
  IssueLetter by(DeliveryMethod method, IssueLetter letter) {
    return new IssueLetter(letter.caseId(), letter.template(), letter.unit(), letter.recipient(), method,
        letter.facts());
  }

  String day(LocalDate day) {
    return day.format(DAY);
  }

  IssueLetter letter(String template, CaseFile petition, String unit, Map<String, Object> own) {
    return new IssueLetter(petition.id(), template, unit, cases.recipient(petition.id()),
        cases.preferredMethod(petition.id()), facts(petition, unit, own));
  }

  private Map<String, Object> facts(CaseFile petition, String unit, Map<String, Object> own) {
    var facts = new HashMap<String, Object>(own);
    var recipient = cases.recipient(petition.id()).name();
    facts.put("code", petition.code());
    facts.put("title", petition.title());
    facts.put("petitioner", recipient.isBlank() ? text("petition.letter.anonymous") : recipient);
    facts.put("receivedOn", petition.receivedOn().format(DAY));
    facts.put("channel", text("casefile.channel." + petition.channel().name()));
    facts.put("trackingCode", cases.trackingCode(petition.id()));
    facts.put("unitName", units.name(unit));
    facts.put("date", Dates.today(clock).format(DAY));
    return facts;
  }

  private String text(String key) {
    return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
  }
}
