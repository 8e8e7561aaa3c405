package org.petitiondesk.report;

import java.time.LocalDate;

/**
 * What was found, and what is done about a warning.
 *
 * @param action null for none chosen
 * @param unit that is instructed; of another action empty
 * @param until the unit's last day; of another action null
 */
public record AnswerWarning(String item, String finding, WarningAction action, String words, String unit,
    LocalDate until) {}
