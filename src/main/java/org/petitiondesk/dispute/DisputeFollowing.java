package org.petitiondesk.dispute;

import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.documents.LetterId;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each side sees on its public page. The key to it is its own code with its secret; there is no account. */
@Component
@Transactional(readOnly = true)
public class DisputeFollowing {

  private final DisputeTable disputes;
  private final DisputePapers papers;
  private final AgreementService agreements;
  private final CaseFiles cases;
  private final Letters letters;
  private final Accounts accounts;

  DisputeFollowing(DisputeTable disputes, DisputePapers papers, AgreementService agreements, CaseFiles cases,
      Letters letters, Accounts accounts) {
    this.disputes = disputes;
    this.papers = papers;
    this.agreements = agreements;
    this.cases = cases;
    this.letters = letters;
    this.accounts = accounts;
  }

  public FollowedDispute of(CaseId id, Side side) {
    var dispute = disputes.get(id);
    var file = cases.get(id);
    var own = disputes.letters(id, side);
    return new FollowedDispute(id, side, file.code(), file.title(),
        papers.text("dispute.committee-of", papers.unitName(dispute)), dispute.state(), dispute.consent(side),
        dispute.mediator().map(mediator -> accounts.name(mediator.account())),
        dispute.nextSession().filter(session -> dispute.state().isMediated())
            .map(session -> session.without(side.opposite())),
        dispute.records().stream().filter(record -> record.isFor(side)).toList(),
        dispute.sessions().stream().filter(session -> session.held().isPresent()).map(session -> session.without(
            side.opposite())).toList(),
        dispute.agreement(),
        agreements.confirmationTime(id).filter(ClockState::running).map(state -> DisputePapers.day(state.due().on())),
        letters.of(id).stream().filter(letter -> own.contains(letter.id())).toList());
  }

  /** One of the letters that {@link #of} names. */
  public Letter letter(CaseId id, Side side, LetterId letter) {
    return of(id, side).letters().stream().filter(each -> each.id().equals(letter)).findFirst()
        .orElseThrow(() -> new NotFound("documents.letter.not-found"));
  }
}
