package org.petitiondesk.engine;

/**
 * A model as this version of the product brings it.
 *
 * @param module whose folder it lies in
 * @param hash SHA-256 of its bytes
 */
public record ShippedModel(ModelKind kind, String key, String module, String source, String hash) {

  public String file() {
    return kind.file(key);
  }
}
