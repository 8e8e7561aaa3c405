package org.petitiondesk.engine;

import java.util.List;
import java.util.Set;

/**
 * A model that a case runs or has run, with the way that it took.
 *
 * @param definition id of the deployed version, for {@link Diagrams#model}
 * @param name as drawn
 * @param passed ids of activities and flows that lie behind
 * @param tokens ids of activities where it stands now; none when it has ended
 * @param steps what took time, in the order in which it began; a loop has a step for each round
 */
public record Diagram(String definition, String processKey, String name, Set<String> passed, Set<String> tokens,
    List<DiagramStep> steps) {}
