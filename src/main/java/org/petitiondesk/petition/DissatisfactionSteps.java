package org.petitiondesk.petition;

import java.time.Clock;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the model of a dissatisfied petitioner does by itself. Runs in the engine's transaction, as the system. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DissatisfactionSteps {

  private final CaseFiles cases;
  private final DissatisfactionRecords records;
  private final PetitionLetters petitionLetters;
  private final Letters letters;
  private final Clocks clocks;
  private final Clock clock;

  DissatisfactionSteps(CaseFiles cases, DissatisfactionRecords records, PetitionLetters petitionLetters,
      Letters letters, Clocks clocks, Clock clock) {
    this.cases = cases;
    this.records = records;
    this.petitionLetters = petitionLetters;
    this.letters = letters;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** What was decided goes to the petitioner in writing, the clock stops, and the case may be filed away. */
  public void answer(CaseId id) {
    letters.issue(petitionLetters.dissatisfaction(id, records.lastCall(id).reason()), Actor.SYSTEM);
    clocks.stop(id, Terms.DISSATISFACTION, Dates.today(clock), Actor.SYSTEM);
    cases.file(id, Actor.SYSTEM);
  }
}
