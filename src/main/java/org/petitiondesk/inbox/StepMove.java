package org.petitiondesk.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A proposal to put a case back to a step before.
 *
 * @param item the open item that would end
 * @param target the finished one whose step would be opened again
 * @param by the operator
 */
public record StepMove(UUID id, WorkItem item, WorkItem target, String reason, String by, Instant at) {}
