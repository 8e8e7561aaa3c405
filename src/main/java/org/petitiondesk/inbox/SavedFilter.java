package org.petitiondesk.inbox;

import java.util.Optional;

/**
 * A filter of the work list with a name.
 *
 * @param query as it stands in the address of the list
 * @param unit whose people all see it; empty for the owner's own
 */
public record SavedFilter(String id, String name, String query, String owner, Optional<String> unit) {}
