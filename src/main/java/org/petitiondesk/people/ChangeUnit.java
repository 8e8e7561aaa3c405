package org.petitiondesk.people;

import java.util.Optional;

/**
 * What a unit shall be from now on.
 *
 * @param version what the page has seen
 */
public record ChangeUnit(String id, int version, String name, Optional<String> parent, UnitKind kind, String territory,
    Optional<String> function) {}
