package org.petitiondesk.petition.web;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.petition.Hearing;
import org.petitiondesk.petition.Opinion;
import org.petitiondesk.petition.Reconsideration;
import org.petitiondesk.petition.ReviewRight;

/**
 * The opinions of a case and what was asked against them, oldest first.
 *
 * @param right of the last opinion
 */
public record ReviewChain(List<Given> opinions, List<Asked> requests, Optional<ReviewRight> right) {

  /** An opinion with its letter. */
  public record Given(Opinion opinion, Letter letter) {}

  /** A request with its hearings. */
  public record Asked(Reconsideration request, List<Hearing> hearings) {}

  /** What was asked against this opinion. */
  public List<Asked> against(Opinion opinion) {
    return requests.stream().filter(asked -> asked.request().opinion().equals(opinion.id())).toList();
  }

  /** The opinion that the request is about. */
  public Given below(Reconsideration request) {
    return opinions.stream().filter(given -> given.opinion().id().equals(request.opinion())).findFirst().orElseThrow();
  }

  /** Whether this right is of that opinion, which is then the last one. */
  public boolean isOf(Opinion opinion) {
    return right.filter(one -> one.opinion().id().equals(opinion.id())).isPresent();
  }
}
