package org.petitiondesk.engine;

import java.util.Map;

/**
 * From which version of a process to which, and where its steps go.
 *
 * @param chosen target by source, element ids: only what somebody decided; what has the same id goes to itself
 */
public record MigrationMap(String processKey, int from, int to, Map<String, String> chosen) {}
