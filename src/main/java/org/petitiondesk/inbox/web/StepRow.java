package org.petitiondesk.inbox.web;

import java.time.Instant;

/**
 * A step that a case has passed, as the form of a return shows it.
 *
 * @param bar why the case can not go back to it; null when it can
 */
public record StepRow(String id, String task, String unit, String by, Instant at, String bar) {}
