package org.petitiondesk.escalation;

import java.time.Instant;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/**
 * Something of an open case that nobody and nothing looks after.
 *
 * @param subject the task without anybody, the clock without an alarm; empty where it is the case itself
 */
public record LooseEnd(UUID id, CaseId caseId, Kind kind, String subject, Instant foundAt) {

  public enum Kind {
    /** Neither a task nor a job will go on with it. */
    NO_WORK,
    /** An operator has stopped it; its clocks run on. */
    SUSPENDED,
    /** A task waits for people who are not there any more. */
    NO_OWNER,
    /** A clock runs and nothing will wake up for it. */
    NO_ALARM,
    /** No party can be reached, and no reason is on record. */
    NO_REACH
  }
}
