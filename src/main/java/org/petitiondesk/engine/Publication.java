package org.petitiondesk.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * How a version came into force other than with the product.
 *
 * @param by account who approved it
 * @param author account who drew it
 * @param shipped hash of the shipped model that it takes account of; empty for a model of the house's own
 */
public record Publication(String by, String author, Instant at, String note, Optional<String> shipped) {}
