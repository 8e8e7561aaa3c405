package org.petitiondesk.people;

import java.util.Optional;

/**
 * A place in the tree of district, street, community and grid.
 *
 * @param path ids from the top: {@code /linjiang/liuyin/liuyin-guihua/}
 * @param version counts the changes
 */
public record Territory(String id, String name, Optional<String> parent, String path, int version) {}
