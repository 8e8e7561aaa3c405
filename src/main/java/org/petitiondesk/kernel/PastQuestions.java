package org.petitiondesk.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What decision tables were asked on cases that are over. Each module answers for the tables that it asks. */
public interface PastQuestions {

  /**
   * @param inputs by the names that the table uses; words of people without names and numbers of persons
   * @param clock that it was asked for
   */
  record Question(CaseId caseId, Map<String, Object> inputs, Optional<UUID> clock) {}

  /** Keys of the tables. */
  Set<String> decisions();

  List<Question> of(String decision, Collection<CaseId> cases);
}
