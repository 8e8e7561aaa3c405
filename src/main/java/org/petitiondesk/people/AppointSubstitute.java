package org.petitiondesk.people;

import java.time.LocalDate;
import java.util.Optional;
import org.petitiondesk.kernel.Role;

/**
 * @param account whose work it is
 * @param work empty for all of it
 * @param to the last day, included
 */
public record AppointSubstitute(String account, String substitute, Optional<Role> work, LocalDate from,
    LocalDate to) {}
