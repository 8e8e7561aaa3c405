package org.petitiondesk.inbox;

/**
 * What an operator must know about an item of source {@link ItemSource#INCIDENT}.
 *
 * @param message the fault's own words, technical and not translated
 */
public record FailedStep(WorkItem item, String jobId, String message) {}
