package org.petitiondesk.people;

import java.util.Optional;

/** A new place below its parent, or at the top. */
public record CreateTerritory(String id, String name, Optional<String> parent) {}
