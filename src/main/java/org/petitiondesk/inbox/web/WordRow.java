package org.petitiondesk.inbox.web;

import org.petitiondesk.inbox.WordRequest;

/** One request for a word, with the names of both. */
public record WordRow(WordRequest request, String askedBy, String askedOf) {}
