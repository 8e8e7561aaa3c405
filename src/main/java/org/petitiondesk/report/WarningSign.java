package org.petitiondesk.report;

/**
 * Something in the figures that the rules are asked about.
 *
 * @param idleDays working days (工作日) since the unit did something; 0 for other kinds
 */
record WarningSign(WarningSubject subject, History history, int idleDays) {}
