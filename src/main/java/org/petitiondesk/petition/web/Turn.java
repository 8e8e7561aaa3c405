package org.petitiondesk.petition.web;

import java.time.Instant;

/**
 * One turn that a petition took: a decision, a question, an answer.
 *
 * @param kind which of the templates' words it is told in
 * @param by account or other actor
 * @param what the decision itself
 */
public record Turn(Instant at, String kind, String by, Object what) {}
