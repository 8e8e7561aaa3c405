package org.petitiondesk.inbox.web;

import java.io.Serializable;
import java.util.List;

/**
 * What became of one decision.
 *
 * @param name of the case
 * @param key of the sentence
 */
public record DecisionResult(String name, boolean done, String key, List<String> arguments) implements Serializable {}
