package org.petitiondesk.inbox.web;

import org.petitiondesk.inbox.WordRequest;

/**
 * One request for a word, with the names of both.
 *
 * @param mine the reader has asked, and may take it back while it waits
 */
public record WordRow(WordRequest request, String askedBy, String askedOf, boolean mine) {}
