package org.petitiondesk.dispute;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Party;
import org.petitiondesk.dispute.Dispute.Agreement;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.IssueLetter;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.documents.Recipient;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What goes out to the sides, and the papers of the file; the wording stands in {@code processes/dispute/letters}. They
 * are in Chinese whatever language the mediator reads.
 */
@Component
class DisputePapers {

  static final String CONSENT = "dispute_consent_request";
  static final String CONSENT_REMINDER = "dispute_consent_reminder";
  static final String DECLINED = "dispute_declined";
  static final String RIGHTS = "dispute_rights";
  static final String FAILED = "dispute_failed";
  static final String AGREEMENT = "dispute_agreement";
  static final String CONFIRMATION_REMINDER = "dispute_confirmation_reminder";
  static final String BREACH = "dispute_breach";
  static final String WITHDRAWN = "dispute_withdrawn";
  static final String DANGER = "dispute_danger_report";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

  private final DisputeTable disputes;
  private final CaseFiles cases;
  private final Letters letters;
  private final Units units;
  private final Accounts accounts;
  private final MessageSource messages;

  DisputePapers(DisputeTable disputes, CaseFiles cases, Letters letters, Units units, Accounts accounts,
      MessageSource messages) {
    this.disputes = disputes;
    this.cases = cases;
    this.letters = letters;
    this.units = units;
    this.accounts = accounts;
    this.messages = messages;
  }

  /** To both sides, each its own letter, which its public page shows. */
  void both(Dispute dispute, String template, Map<String, Object> facts, Actor actor) {
    for (var side : Side.values()) {
      one(dispute, side, template, facts, actor);
    }
  }

  /** A side that nobody has named yet gets none. */
  void one(Dispute dispute, Side side, String template, Map<String, Object> facts, Actor actor) {
    party(dispute.id(), side).ifPresent(party -> disputes.addLetter(letters.issue(new IssueLetter(dispute.id(),
        template, dispute.committee(), new Recipient(party.name(), party.address(), party.email()),
        CaseFiles.preferredMethod(party), facts(dispute, facts)), actor).id(), dispute.id(), side));
  }

  /** To the police of the place; no side hears of it. */
  void police(Dispute dispute, String words, Actor actor) {
    var file = cases.get(dispute.id());
    var police = units.competent("police", file.territory()).map(Unit::name).orElseGet(() -> text(
        "dispute.police"));
    letters.issue(new IssueLetter(dispute.id(), DANGER, dispute.committee(), new Recipient(police, "", ""),
        DeliveryMethod.IN_PERSON, facts(dispute, Map.of("reason", words))), actor);
  }

  /** What every text may ask for, and what this one adds. */
  Map<String, Object> facts(Dispute dispute, Map<String, Object> own) {
    var file = cases.get(dispute.id());
    var facts = new HashMap<String, Object>(Map.of("code", file.code(), "title", file.title(), "text", file.text(),
        "receivedOn", day(file.receivedOn()), "kind", text("dispute.kind." + dispute.kind()), "source",
        text("dispute.source." + dispute.source()), "committee",
        text("dispute.committee-of", unitName(dispute)), "applicant", names(dispute.id(),
            Side.APPLICANT),
        "other", names(dispute.id(), Side.OTHER)));
    facts.putAll(own);
    return facts;
  }

  Map<String, Object> agreement(Dispute dispute, Agreement agreement) {
    return Map.of("facts", agreement.facts(), "responsibility", agreement.responsibility(), "parts",
        agreement.parts().stream().map(part -> Map.of("who", names(dispute.id(), part.side()), "act", part.act(),
            "amount", part.amount().isEmpty() ? text("dispute.paper.no-amount") : part.amount(), "dueOn",
            day(part.dueOn()), "way", part.way())).toList());
  }

  Optional<Party> party(CaseId id, Side side) {
    var parties = cases.parties(id).stream().filter(party -> party.role() == side.role()).toList();
    return parties.stream().filter(Party::representative).findFirst().or(() -> parties.stream().findFirst());
  }

  String names(CaseId id, Side side) {
    var names = cases.parties(id).stream().filter(party -> party.role() == side.role()).map(Party::name).toList();
    return names.isEmpty() ? text("dispute.side.unknown") : String.join("、", names);
  }

  String unitName(Dispute dispute) {
    return units.name(dispute.committee());
  }

  String mediator(Dispute dispute) {
    return dispute.mediator().map(mediator -> accounts.name(mediator.account())).orElse("");
  }

  static String day(LocalDate day) {
    return day.format(DAY);
  }

  static String moment(Instant at) {
    return Dates.local(at).format(MOMENT);
  }

  String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
  }
}
