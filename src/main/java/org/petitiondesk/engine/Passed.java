package org.petitiondesk.engine;

import org.petitiondesk.kernel.CaseId;

/**
 * A user task that a case has passed.
 *
 * @param key element id
 * @param task the engine's id of the task
 * @param step the engine's id of that passage of the element
 * @param group for whom it waited; tells the one of several parallel runs of the same element
 */
public record Passed(CaseId caseId, String key, String task, String step, String group) {}
