package org.petitiondesk.petition;

import org.petitiondesk.kernel.CaseId;

/**
 * The common superior rules, or leaves it to the joint meeting.
 *
 * @param leadUnit that has to handle the petition when the objection is upheld; otherwise empty
 * @param basis rule that a ruling relies on
 */
public record RuleObjection(CaseId id, String item, ObjectionRuling ruling, String leadUnit, String reason,
    String basis) {}
