package org.petitiondesk.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.Registrations;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class PetitionStoryTests {

  @Autowired
  private Petitions petitions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private MovableClock clock;

  @BeforeEach
  void aMondayInMarch() {
    clock.setTo(LocalDateTime.of(2026, 3, 2, 9, 0).atZone(Dates.ZONE).toInstant());
  }

  @Test
  void aConfirmedSolutionIsClosedAsSolved() {
    for (var r : new org.petitiondesk.casefile.Registrations[]{Petitions.byMail(), Petitions.byPost(),
        Petitions.anonymous()}) {
      var id = petitions.delivered(r, Outcome.SUPPORTED);
      petitions.rate(id, Solved.YES);
      assertThat(cases.get(id).closingState()).contains(ClosingState.SOLVED);
      assertThat(petitions.items(id)).isEmpty();
    }
  }
}
