package org.petitiondesk.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * How the cases of a process fare at one of its steps, all versions together.
 *
 * @param name as drawn in the newest version that has such a step, or its id
 * @param running how many stand there
 * @param waiting how many of them wait for somebody to do it
 * @param passed how many have left it, among those that were looked at
 * @param median how long half of those took at most; empty while none has left it
 * @param failed how many of its jobs have failed
 */
public record StepFigure(String element, String name, int running, int waiting, int passed, Optional<Duration> median,
    int failed) {}
