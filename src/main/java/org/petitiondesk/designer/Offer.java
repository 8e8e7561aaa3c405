package org.petitiondesk.designer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A newer model of the product beside the one that was published over its predecessor.
 *
 * @param shipped what the product has changed since
 * @param own what was changed here since
 * @param both elements that both have changed: somebody has to decide what holds
 */
public record Offer(List<ModelChange> shipped, List<ModelChange> own, Set<String> both) {

  static Offer of(List<ModelChange> shipped, List<ModelChange> own) {
    var changedHere = own.stream().map(ModelChange::element).collect(Collectors.toSet());
    return new Offer(shipped, own, shipped.stream().map(ModelChange::element).filter(changedHere::contains)
        .collect(Collectors.toSet()));
  }
}
