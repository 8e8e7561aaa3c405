package org.petitiondesk.inbox;

/**
 * What somebody said when they urged an item (催办).
 *
 * @param by account
 */
public record Reminder(String by, String words) {}
