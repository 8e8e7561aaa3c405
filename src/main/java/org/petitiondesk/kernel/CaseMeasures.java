package org.petitiondesk.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a leader may order for a case that runs late, for modules that do not know how it is handled. The module that
 * handles it answers; each order is a {@link Refused} or {@link Conflict} where the case does not stand so.
 */
public interface CaseMeasures {

  /** What was last said by those who handle the case. */
  record Said(String by, Instant at, String text) {}

  Optional<Said> lastWord(CaseId id);

  /** Accounts that could handle the case instead; empty while nobody handles it or when there is nobody else. */
  List<String> otherHandlers(CaseId id);

  /** Somebody else of the unit handles the case, and gets what is open for who did. */
  void handOver(CaseId id, String account, String reason, Actor actor);

  /** Units that could lead the case instead; empty when it can not be moved: not given to a unit yet, or being answered. */
  List<String> otherUnits(CaseId id);

  /** Another unit leads the case and takes it up anew. Its legal days stay where they are. */
  void moveTo(CaseId id, String unit, String reason, Actor actor);

  /** Units that could help the one that handles the case; empty while nobody handles it. */
  List<String> otherHelpers(CaseId id);

  /** One more unit helps; the one that handles the case waits for what it contributes. */
  void addHelper(CaseId id, String unit, String reason, Actor actor);

  /** Whether the account could be the leader in charge (包案领导) and is not. */
  boolean mayTakeOver(CaseId id, String account);

  /** The account is the leader in charge, and gets what is open for who was. */
  void takeOver(CaseId id, String account, String reason, Actor actor);
}
