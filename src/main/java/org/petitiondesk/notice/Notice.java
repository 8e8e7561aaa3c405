package org.petitiondesk.notice;

import java.time.Instant;
import java.util.Optional;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.LetterId;
import org.petitiondesk.kernel.CaseId;

/**
 * One message: a letter on one way to one address. Another address or another way is another message.
 *
 * @param unit whose letter it is
 * @param desk who hands it over or repairs it, {@code role@unit}
 * @param address where this message goes: mailbox or postal address; empty when it needs none
 * @param attempts how often sending was begun; more than once without an error means that a crash came between
 * @param error class of the last fault, or the reason that an officer gave
 * @param messageId the same for every attempt, so that a repeated one can be recognised
 */
public record Notice(NoticeId id, CaseId caseId, LetterId letterId, DeliveryMethod channel, NoticeState state,
    String unit, String desk, String address, int attempts, Optional<String> error, Optional<String> messageId,
    Optional<String> proof, Instant createdAt, Instant changedAt) {}
