package org.petitiondesk.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.Role;

/**
 * One person does another's work for some days (A/B 角).
 *
 * @param account whose work it is (A 角)
 * @param substitute who does it (B 角)
 * @param work the kind of work that is meant, by the role it needs; empty for all of it
 * @param to the last day, included
 * @param endedAt present when it was ended before its last day
 */
public record Substitution(UUID id, String account, String substitute, Optional<Role> work, LocalDate from,
    LocalDate to, String setBy, Instant setAt, Optional<Instant> endedAt) {

  public boolean runs(LocalDate today) {
    return endedAt.isEmpty() && !from.isAfter(today) && !to.isBefore(today);
  }

  public boolean isOver(LocalDate today) {
    return endedAt.isPresent() || to.isBefore(today);
  }

  boolean concerns(Role role) {
    return role.worksOnCases() && work.map(role::equals).orElse(true);
  }
}
