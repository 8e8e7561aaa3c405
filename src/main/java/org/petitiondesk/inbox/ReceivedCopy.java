package org.petitiondesk.inbox;

import java.time.Instant;

/**
 * A case that somebody has sent to the reader for knowledge.
 *
 * @param item of which it was sent, as it stands now
 * @param words of the sender, may be empty
 */
public record ReceivedCopy(String id, WorkItem item, String sentBy, Instant sentAt, String words, boolean read) {}
