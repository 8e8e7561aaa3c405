package org.petitiondesk.inbox.web;

import java.io.Serializable;

/**
 * What became of one of several.
 *
 * @param name of the case
 * @param sentence in the language of whoever acted
 */
public record RowResult(String name, boolean done, String sentence) implements Serializable {}
