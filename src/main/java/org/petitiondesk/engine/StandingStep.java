package org.petitiondesk.engine;

/**
 * Where the cases of a process stand now, in all its versions together.
 *
 * @param name as drawn in the newest version that has such a step, or its id
 * @param waiting how many cases stand there
 * @param failed how many of its jobs have failed
 */
public record StandingStep(String element, String name, int waiting, int failed) {}
