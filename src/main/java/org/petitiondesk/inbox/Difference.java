package org.petitiondesk.inbox;

import org.petitiondesk.kernel.CaseId;

/**
 * One thing in which an item of the list is not what the engine, or for its date the clocks, say.
 *
 * @param here what the list says; empty when it says nothing
 * @param engine what it should say
 */
public record Difference(String item, ItemSource source, DifferenceKind kind, CaseId caseId, String here,
    String engine) {}
