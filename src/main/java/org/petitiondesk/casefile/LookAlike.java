package org.petitiondesk.casefile;

/**
 * A case that may be the same matter.
 *
 * @param samePetitioner found by identity number or phone; told only to those who work on the case
 */
public record LookAlike(CaseRow row, boolean samePetitioner) {}
