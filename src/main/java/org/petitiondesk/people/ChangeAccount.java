package org.petitiondesk.people;

import java.util.Optional;
import java.util.Set;
import org.petitiondesk.kernel.Role;

/**
 * What an account shall be from now on.
 *
 * @param version what the page has seen
 */
public record ChangeAccount(String id, int version, String name, Optional<String> email, String unit,
    Set<Role> roles) {}
