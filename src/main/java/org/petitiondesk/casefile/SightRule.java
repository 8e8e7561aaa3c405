package org.petitiondesk.casefile;

import java.util.Map;

/**
 * The row rule of the register as SQL, for the lists of other modules: what the query shows, it has asked itself.
 *
 * @param condition over {@code case_file c}
 * @param parameters by name; a query adds its own beside them
 */
public record SightRule(String condition, Map<String, Object> parameters) {}
