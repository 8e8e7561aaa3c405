package org.petitiondesk.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What somebody has typed into the form of an item and not sent yet. Never trusted: it goes through the form again.
 *
 * @param fields by the name of the field, in the order of the form; no protected ones and no files
 * @param hand the window that has written it
 */
public record Draft(Instant savedAt, Map<String, List<String>> fields, String hand) {}
