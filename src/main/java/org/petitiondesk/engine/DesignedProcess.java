package org.petitiondesk.engine;

import java.util.Set;
import org.petitiondesk.kernel.Role;

/**
 * A process that people begin with a form.
 *
 * @param name as drawn
 * @param words what the designer says of it; empty for nothing
 * @param starters who may begin it
 */
public record DesignedProcess(String key, String name, String words, int version, Set<Role> starters) {}
