package org.petitiondesk.people;

import java.util.Optional;
import java.util.Set;
import org.petitiondesk.kernel.Role;

/** A new account; its password is already hashed ({@link Passwords#hash}). */
public record CreateAccount(String id, String name, String unit, Set<Role> roles, Optional<String> email,
    PasswordHash password) {}
