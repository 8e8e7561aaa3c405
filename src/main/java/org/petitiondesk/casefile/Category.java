package org.petitiondesk.casefile;

import java.util.Optional;

/**
 * What a case is about. Codes stay for ever, names can change.
 *
 * @param code begins with the code of the parent: {@code environment.noise}
 * @param englishName empty when nobody has translated it
 * @param level 1, 2 or 3
 * @param retired not offered any more; cases that have it keep it
 * @param version counts the changes
 */
public record Category(String code, String name, String englishName, Optional<String> parent, int level,
    boolean retired, int version) {}
