package org.petitiondesk.web;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** For the layout, as {@code @navigation}: what the modules say of their sections to whoever is logged in. */
@Component("navigation")
public class Navigation {

  // By provider: an entry may ask modules that themselves need what the layout shows.
  private final ObjectProvider<NavigationEntry> entries;

  Navigation(ObjectProvider<NavigationEntry> entries) {
    this.entries = entries;
  }

  public boolean has(String section) {
    return reader().filter(reader -> of(section).stream().anyMatch(entry -> entry.isFor(reader))).isPresent();
  }

  public int waiting(String section) {
    return reader().map(reader -> of(section).stream().mapToInt(entry -> entry.waiting(reader)).sum()).orElse(0);
  }

  private List<NavigationEntry> of(String section) {
    return entries.stream().filter(entry -> entry.section().equals(section)).toList();
  }

  private static Optional<Actor> reader() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Reader reader
        ? Optional.of(reader.actor())
        : Optional.empty();
  }
}
