package org.petitiondesk.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Filters of the work list that people come back to: their own, and those of their unit. */
@Component
@Transactional
public class SavedFilters {

  private static final int NAME_LENGTH = 60;
  /** As wide as the column; whatever can be chosen on the list fits, a text of a hundred characters too. */
  private static final int QUERY_LENGTH = 2000;
  /** More than this is not a list that one looks through. */
  private static final int LIMIT = 30;

  private static final String COLUMNS = "select id, name, query, owner, unit_id from saved_filter";

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  SavedFilters(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** The actor's own and those of the actor's unit, by name. */
  @Transactional(readOnly = true)
  public List<SavedFilter> of(Actor actor) {
    return jdbc.sql(COLUMNS + " where owner = ? or unit_id = ? order by name, id").params(actor.id(), unit(actor))
        .query((rs, row) -> new SavedFilter(rs.getString("id"), rs.getString("name"), rs.getString("query"),
            rs.getString("owner"), Optional.ofNullable(rs.getString("unit_id"))))
        .list();
  }

  /**
   * Refused without a name, with one that the actor already sees, beyond thirty filters, and for an address longer than
   * any list has.
   */
  public void save(SaveFilter command, Actor actor) {
    var name = command.name().strip();
    if (name.isEmpty() || name.length() > NAME_LENGTH) {
      throw Refused.at("name", "inbox.refused.filter-name", NAME_LENGTH);
    }
    var seen = of(actor);
    if (seen.stream().anyMatch(filter -> filter.name().equals(name))) {
      throw Refused.at("name", "inbox.refused.filter-exists", name);
    }
    if (seen.size() >= LIMIT) {
      throw Refused.because("inbox.refused.filter-limit", LIMIT);
    }
    if (command.query().length() > QUERY_LENGTH) {
      throw Refused.because("inbox.refused.filter-too-long");
    }
    var shared = command.shared() && !actor.unit().isEmpty();
    jdbc.sql("insert into saved_filter (id, name, query, owner, unit_id, created_at) values (?, ?, ?, ?, ?, ?)")
        .params(UUID.randomUUID().toString(), name, command.query(), actor.id(), shared ? actor.unit() : null,
            Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
        .update();
    if (shared) {
      audit.append(AuditTrail.HOUSE, actor, "filter.shared", Map.of("filter", name, "unit", actor.unit()));
    }
  }

  /** What is shared goes by its author's hand or by that of the unit's leader. */
  public void delete(String id, Actor actor) {
    var filter = of(actor).stream().filter(seen -> seen.id().equals(id)).findFirst()
        .orElseThrow(() -> new NotFound("inbox.not-found.filter"));
    if (!mayDelete(filter, actor)) {
      throw new Forbidden("inbox.forbidden.filter");
    }
    jdbc.sql("delete from saved_filter where id = ?").param(id).update();
    filter.unit().ifPresent(unit -> audit.append(AuditTrail.HOUSE, actor, "filter.removed",
        Map.of("filter", filter.name(), "unit", unit)));
  }

  public boolean mayDelete(SavedFilter filter, Actor actor) {
    return filter.owner().equals(actor.id()) || actor.has(Role.LEADER) && filter.unit().isPresent();
  }

  /** Nothing is shared with those who belong to no unit. */
  private static String unit(Actor actor) {
    return actor.unit().isEmpty() ? " " : actor.unit();
  }
}
