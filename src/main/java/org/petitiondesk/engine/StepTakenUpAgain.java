package org.petitiondesk.engine;

import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;

/**
 * The token of a case went back to a step that it had passed: returned, or taken back by whoever had sent it on. Published
 * in the transaction that moved it, so that status and clocks can follow.
 *
 * @param key element id of the step
 */
public record StepTakenUpAgain(CaseId caseId, String processKey, String key, Actor by) {}
