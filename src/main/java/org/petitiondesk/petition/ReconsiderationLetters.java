package org.petitiondesk.petition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.IssueLetter;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the facts of a reconsideration together for its letters, which are in Chinese like all letters. */
@Component
class ReconsiderationLetters {

  static final String ADMITTED = "reconsideration_admitted";
  static final String REFUSED = "reconsideration_refused";
  static final String WITHDRAWN = "reconsideration_withdrawn";
  static final String HEARING = "reconsideration_hearing";
  static final String OPINION = "reconsideration_opinion";
  static final String NO_LONGER = "petition_no_longer_accepted";

  private final PetitionLetters petitionLetters;
  private final ReconsiderationRecords records;
  private final ReconsiderationRights rights;
  private final CaseFiles cases;
  private final Units units;
  private final Letters letters;
  private final Terms terms;
  private final MessageSource messages;

  ReconsiderationLetters(PetitionLetters petitionLetters, ReconsiderationRecords records, ReconsiderationRights rights,
      CaseFiles cases, Units units, Letters letters, Terms terms, MessageSource messages) {
    this.petitionLetters = petitionLetters;
    this.records = records;
    this.rights = rights;
    this.cases = cases;
    this.units = units;
    this.letters = letters;
    this.terms = terms;
    this.messages = messages;
  }

  IssueLetter admitted(Reconsideration asked, LocalDate dueOn) {
    return letter(ADMITTED, asked, Map.of("dueOn", petitionLetters.day(dueOn)));
  }

  IssueLetter refused(Reconsideration asked) {
    return letter(REFUSED, asked, Map.of("reason", asked.admission().orElseThrow().reason()));
  }

  IssueLetter withdrawn(Reconsideration asked) {
    return letter(WITHDRAWN, asked, Map.of());
  }

  IssueLetter hearing(Reconsideration asked, Hearing hearing) {
    return letter(HEARING, asked, Map.of("plannedOn", petitionLetters.day(hearing.plannedOn()), "place",
        hearing.place(), "participants", hearing.participants(), "matters", hearing.matters()));
  }

  IssueLetter opinion(Reconsideration asked, ReviewDraft draft, DeliveryMethod method) {
    return petitionLetters.by(method, letter(OPINION, asked,
        Map.of("reasons", asked.reasons(), "points", points(asked, draft.findings()), "result",
            text("petition.review-result." + draft.result()), "remedy", remedy(asked, draft.result()))));
  }

  /** The same facts once more, after the final review of {@code target}. */
  IssueLetter noLonger(CaseId id, CaseId target, String reason) {
    var last = records.lastOpinion(target).orElseThrow();
    var letter = letters.get(last.letter());
    return petitionLetters.letter(NO_LONGER, cases.get(id), cases.get(id).registeringUnit(),
        Map.of("reason", reason, "targetCode", cases.get(target).code(), "body", units.name(last.unit()), "opinion",
            letter.title() + letter.number(), "opinionOn", petitionLetters.day(last.deliveredOn())));
  }

  private List<Map<String, String>> points(Reconsideration asked, List<Finding> findings) {
    var byNumber = findings.stream().collect(Collectors.toMap(Finding::number, Function.identity()));
    return cases.points(asked.caseId()).stream().map(point -> {
      var finding = byNumber.get(point.number());
      return Map.of("text", point.text(), "before",
          point.answer().map(answer -> text("casefile.outcome." + answer.outcome())).orElse(""), "facts",
          finding.facts(), "basis", finding.basis(), "result", result(finding));
    }).toList();
  }

  private String result(Finding finding) {
    var result = text("petition.review-result." + finding.result());
    return finding.result() == ReviewResult.CHANGE
        ? messages.getMessage("petition.review-result.changed-to",
            new Object[]{result, text("casefile.outcome." + finding.outcome())}, Locale.SIMPLIFIED_CHINESE)
        : result;
  }

  /** What can still be done against this opinion; after the final review nothing of this procedure. */
  private String remedy(Reconsideration asked, ReviewResult result) {
    var lead = cases.get(asked.caseId()).leadUnit().map(units::name).orElse("");
    if (result == ReviewResult.ANEW) {
      return text("petition.remedy.anew", lead, Integer.toString(terms.of(Terms.HANDLING).length()));
    }
    return asked.level().next().map(next -> text("petition.remedy.final-review",
        rights.bodyAbove(asked.caseId(), asked.body(), next).map(Unit::name)
            .orElseGet(() -> text("petition.remedy.above")),
        Integer.toString(terms.of(next.requestClock()).length())))
        .orElseGet(() -> text("petition.remedy.none"));
  }

  private IssueLetter letter(String template, Reconsideration asked, Map<String, Object> own) {
    var petition = cases.get(asked.caseId());
    var below = records.opinions(asked.caseId()).stream().filter(one -> one.id().equals(asked.opinion())).findFirst()
        .orElseThrow();
    var opinion = letters.get(below.letter());
    var facts = new HashMap<>(own);
    facts.put("level", text("petition.opinion-kind." + asked.level()));
    facts.put("askedOn", petitionLetters.day(asked.askedOn()));
    facts.put("belowUnit", units.name(below.unit()));
    facts.put("below", opinion.title() + opinion.number());
    return petitionLetters.letter(template, petition, asked.body(), facts);
  }

  private String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments.length == 0 ? null : arguments, Locale.SIMPLIFIED_CHINESE);
  }
}
