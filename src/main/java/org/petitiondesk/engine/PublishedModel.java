package org.petitiondesk.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of a model that the engine has.
 *
 * @param name in words, or the key where the model has none
 * @param deployment id of the engine's deployment that brought it
 * @param file its name in that deployment
 * @param publication empty for a version that came with the product
 */
public record PublishedModel(ModelKind kind, String key, String name, int version, Instant since, String deployment,
    String file, Optional<Publication> publication) {

  PublishedModel named(String words) {
    return new PublishedModel(kind, key, words, version, since, deployment, file, publication);
  }
}
