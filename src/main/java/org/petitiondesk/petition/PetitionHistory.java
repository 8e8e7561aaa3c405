package org.petitiondesk.petition;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All decisions of a petition, oldest first; for pages. The caller has checked sight of the case. */
@Component
@Transactional(readOnly = true)
public class PetitionHistory {

  private final PetitionRecords records;

  PetitionHistory(PetitionRecords records) {
    this.records = records;
  }

  public List<Screening> screenings(CaseId id) {
    return records.screenings(id);
  }

  public List<Assignment> assignments(CaseId id) {
    return records.assignments(id);
  }

  public List<Acceptance> acceptances(CaseId id) {
    return records.acceptances(id);
  }

  public List<Note> notes(CaseId id) {
    return records.notes(id);
  }

  public List<Reply> replies(CaseId id) {
    return records.replies(id);
  }

  public Optional<Reply> lastReply(CaseId id) {
    return records.lastReply(id);
  }

  public List<Approval> approvals(CaseId id) {
    return records.approvals(id);
  }

  public List<Supplement> supplements(CaseId id) {
    return records.supplements(id);
  }

  /** Of the answer that the petitioner has now. */
  public Optional<Rating> rating(CaseId id) {
    return records.rating(id);
  }

  public List<Rating> ratings(CaseId id) {
    return records.ratings(id);
  }

  public Optional<String> withdrawal(CaseId id) {
    return records.withdrawal(id);
  }
}
