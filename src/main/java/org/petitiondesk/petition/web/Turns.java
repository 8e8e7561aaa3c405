package org.petitiondesk.petition.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionHistory;
import org.springframework.stereotype.Component;

/** The story of a petition in its decisions, oldest first. */
@Component
class Turns {

  private final PetitionHistory history;

  Turns(PetitionHistory history) {
    this.history = history;
  }

  List<Turn> of(CaseId id) {
    return Stream.of(
        history.screenings(id).stream().map(it -> new Turn(it.decidedAt(), "screening", it.decidedBy(), it)),
        history.assignments(id).stream().map(it -> new Turn(it.assignedAt(), "assignment", it.assignedBy(), it)),
        history.acceptances(id).stream().map(it -> new Turn(it.decidedAt(), "acceptance", it.decidedBy(), it)),
        history.supplements(id).stream()
            .map(it -> new Turn(it.at(), it.answer() ? "supplement" : "question", it.by(), it)),
        history.replies(id).stream().map(it -> new Turn(it.draftedAt(), "draft", it.draftedBy(), it)),
        history.approvals(id).stream().map(it -> new Turn(it.decidedAt(), "approval", it.decidedBy(), it)),
        history.ratings(id).stream().map(it -> new Turn(it.ratedAt(), "rating", it.ratedBy(), it)))
        .flatMap(turns -> turns).sorted(Comparator.comparing(Turn::at)).toList();
  }
}
