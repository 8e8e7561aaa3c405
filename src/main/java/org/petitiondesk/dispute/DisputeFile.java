package org.petitiondesk.dispute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.documents.LetterText;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The file of a dispute (一案一卷): its cover with the contents, the papers that are written from what is on record, and
 * the letters as they were signed. Its archive number is the code of the case.
 */
@Component
@Transactional
public class DisputeFile {

  private final DisputeTable disputes;
  private final Committees committees;
  private final DisputePapers papers;
  private final Letters letters;
  private final CaseFiles cases;
  private final Accounts accounts;
  private final AuditTrail audit;

  DisputeFile(DisputeTable disputes, Committees committees, DisputePapers papers, Letters letters, CaseFiles cases,
      Accounts accounts, AuditTrail audit) {
    this.disputes = disputes;
    this.committees = committees;
    this.papers = papers;
    this.letters = letters;
    this.cases = cases;
    this.accounts = accounts;
    this.audit = audit;
  }

  /** In the order in which they lie in the file. Only for the committee: what was said in confidence is among them. */
  public List<LetterText> read(CaseId id, Actor actor) {
    var dispute = disputes.get(id);
    committees.require(dispute, actor);
    audit.append(id, actor, "dispute.file-viewed", Map.of());
    var sheets = new ArrayList<LetterText>();
    sheets.add(paper(dispute, "dispute_application", Map.of()));
    sheets.add(registration(dispute));
    dispute.records().forEach(record -> sheets.add(investigation(dispute, record)));
    dispute.sessions().forEach(session -> session.held().ifPresent(held -> sheets.add(paper(dispute,
        "dispute_mediation_record", Map.of("session", session.number(), "startsAt",
            DisputePapers.moment(session.startsAt()), "place", session.place().isEmpty()
                ? session.link()
                : session
                    .place(),
            "came", held.came(), "by", accounts.name(held.by()), "words", held.record(), "result",
            papers.text("dispute.result." + held.result()))))));
    dispute.agreement().filter(agreement -> agreement.form() == AgreementForm.ORAL)
        .ifPresent(agreement -> sheets.add(oral(dispute, agreement)));
    letters.of(id).stream().map(DisputeFile::text).forEach(sheets::add);
    dispute.followUp().ifPresent(visit -> sheets.add(paper(dispute, "dispute_follow_up",
        Map.of("on", DisputePapers.day(visit.on()), "way", papers.text("dispute.way." + visit.way()), "holds",
            papers.text("dispute.holds." + visit.holds()), "words", visit.words(), "by",
            accounts.name(visit.by())))));
    sheets.add(0, paper(dispute, "dispute_cover", Map.of("mediator", papers.mediator(dispute), "state",
        papers.text("dispute.state." + dispute.state()), "contents",
        sheets.stream().map(sheet -> Map.of("name", sheet.title() + " " + sheet.number())).toList())));
    return List.copyOf(sheets);
  }

  private LetterText registration(Dispute dispute) {
    return paper(dispute, "dispute_registration", Map.of("reference", dispute.reference(), "consents",
        dispute.consents().stream().map(consent -> Map.of("side", papers.text("dispute.side." + consent.side()),
            "answer", papers.text("dispute.consent." + consent.agreed()), "on",
            DisputePapers.moment(consent.at()))).toList()));
  }

  private LetterText investigation(Dispute dispute, Dispute.HeardRecord record) {
    return paper(dispute, "dispute_investigation", Map.of("heardOn", DisputePapers.day(record.heardOn()), "whom",
        record.side().map(side -> papers.names(dispute.id(), side)).orElseGet(() -> papers.text(
            "dispute.record.found")),
        "by", accounts.name(record.by()), "confidential", record.confidential(), "words", record.text()));
  }

  private LetterText oral(Dispute dispute, Dispute.Agreement agreement) {
    var facts = new HashMap<>(papers.agreement(dispute, agreement));
    facts.put("mediator", papers.mediator(dispute));
    facts.put("inForceOn", agreement.inForceOn().map(DisputePapers::day).orElse(""));
    return paper(dispute, "dispute_oral_register", facts);
  }

  private LetterText paper(Dispute dispute, String template, Map<String, Object> own) {
    return letters.paper(template, dispute.committee(), cases.get(dispute.id()).code(), papers.facts(dispute, own));
  }

  private static LetterText text(Letter letter) {
    return new LetterText(letter.title(), letter.number(), letter.body());
  }
}
