package org.petitiondesk.people;

import java.util.Optional;

/** A new unit below its parent, or at the top. */
public record CreateUnit(String id, String name, Optional<String> parent, UnitKind kind, String territory,
    Optional<String> function) {}
