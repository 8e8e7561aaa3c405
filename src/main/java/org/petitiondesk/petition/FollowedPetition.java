package org.petitiondesk.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.casefile.DemandPoint;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.kernel.CaseId;

/**
 * What whoever holds tracking code and secret may know of a petition. Nothing here is about another person; of a report
 * (检举控告) there is only whether it was answered, for the receipt may be in the wrong hands.
 *
 * @param answered the reply has arrived
 * @param office name of the office that registered it
 * @param unit name of the lead unit
 * @param until the day until which it is somebody's turn, and why it is this day
 * @param late the day has passed
 * @param letters those that have been sent to the petitioner; the reply only once it has arrived
 * @param points what is asked for; with answers only once the reply has arrived
 * @param supplements what the office asked and what came back, oldest first
 * @param remedy while the last opinion that arrived can be looked at once more, and after that time
 * @param ruling name of the body that rules on the unit's objection, while it does
 * @param objection while the unit's objection to the assignment is open
 * @param review while a higher body looks at it
 * @param lookedAt a dissatisfaction or a review of the handling is open
 * @param opinions those that have arrived, oldest first
 * @param finallyReviewed the chain is at its end
 * @param proof as it stands on the receipt; empty for a report
 */
public record FollowedPetition(CaseId id, String code, boolean report, boolean answered, String title,
    LocalDate receivedOn, CaseStatus status, Optional<ClosingState> closingState, String office, Optional<String> unit,
    Turn turn, Optional<String> ruling, boolean objection, Optional<Deadline> until, boolean late, List<Letter> letters,
    List<DemandPoint> points,
    List<Supplement> supplements, Optional<Rating> rating, Optional<Remedy> remedy, Optional<FollowedReview> review,
    boolean lookedAt, List<FollowedOpinion> opinions, boolean finallyReviewed, String proof) {

  /** The stages of the way that a petition usually takes. */
  public static final List<CaseStatus> STAGES = List.of(CaseStatus.REGISTERED, CaseStatus.ASSIGNED,
      CaseStatus.HANDLING, CaseStatus.REPLYING, CaseStatus.DELIVERED);

  static FollowedPetition ofReport(CaseId id, String code, boolean answered, LocalDate receivedOn, String office) {
    return new FollowedPetition(id, code, true, answered, "", receivedOn, CaseStatus.REGISTERED, Optional.empty(),
        office, Optional.empty(), Turn.OFFICE, Optional.empty(), false, Optional.empty(), false, List.of(), List.of(),
        List.of(),
        Optional.empty(), Optional.empty(), Optional.empty(), false, List.of(), false, "");
  }

  /** Name of the body whose turn it is: it rules between two units, or looks at an opinion once more. */
  public String body() {
    return ruling.or(() -> review.map(FollowedReview::body)).orElse("");
  }

  /** Key of the sentence that says where it stands: status or closing state. */
  public String standing() {
    return closingState.map(Enum::name).orElseGet(status::name);
  }

  /** Key of the sentence that says what comes next. */
  public String next() {
    if (review.isPresent()) {
      return "RECONSIDERATION." + review.get().stage();
    }
    if (finallyReviewed) {
      return "FINAL";
    }
    return status == CaseStatus.CLOSED && remedy.filter(Remedy::over).isPresent() ? "LAPSED" : standing();
  }

  /** One of {@link #STAGES}. */
  public CaseStatus stage() {
    return switch (status) {
      case AWAITING_SUPPLEMENT -> CaseStatus.REGISTERED;
      case RECONSIDERATION -> CaseStatus.DELIVERED;
      default -> status;
    };
  }

  /** The question that waits for an answer. */
  public Optional<String> question() {
    return status == CaseStatus.AWAITING_SUPPLEMENT
        ? supplements.stream().filter(entry -> !entry.answer()).reduce((earlier, later) -> later).map(Supplement::text)
        : Optional.empty();
  }

  public boolean rateable() {
    return !report && status == CaseStatus.DELIVERED && rating.isEmpty();
  }

  /** Material may come as long as nobody has answered, asked for or not. */
  public boolean supplementable() {
    return withdrawable() || review.isPresent();
  }

  /** As long as somebody works on it, or looks at how it was handled, people can be asked to keep away from it. */
  public boolean recusable() {
    return supplementable() || lookedAt;
  }

  /** The petition, or the request to look at its answer once more. */
  public boolean withdrawable() {
    return !report && (review.isPresent()
        ? review.get().withdrawable()
        : status != CaseStatus.DELIVERED && status != CaseStatus.CLOSED);
  }
}
