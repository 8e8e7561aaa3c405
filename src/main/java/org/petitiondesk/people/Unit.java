package org.petitiondesk.people;

import java.util.Optional;

/**
 * A body that people work in and that matters are assigned to.
 *
 * @param territory where it is responsible
 * @param function what it is responsible for, as decision tables name it; empty when matters are never sent to it
 * @param path ids from the top: {@code /linjiang/liuyin/}
 * @param dissolved takes on nothing any more, and nobody works in it
 * @param version counts the changes
 */
public record Unit(String id, String name, Optional<String> parent, UnitKind kind, String territory,
    Optional<String> function, String path, boolean dissolved, int version) {}
