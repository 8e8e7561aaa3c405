package org.petitiondesk.inbox;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param next cursor of the following page
 * @param partial the page is not full although the list goes on: as many rows were looked at as one page may look at,
 * see {@link WorkListRows#LOOK}
 */
public record WorkListPage(List<WorkItem> rows, Optional<String> next, boolean partial) {}
