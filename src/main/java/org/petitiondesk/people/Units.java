package org.petitiondesk.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tree of units and who of them is competent where. */
@Component
public class Units {

  private final JdbcClient jdbc;
  private final Territories territories;
  private final AuditTrail audit;
  private final Snapshot<Map<String, Unit>> snapshot = new Snapshot<>(this::load);

  Units(JdbcClient jdbc, Territories territories, AuditTrail audit) {
    this.jdbc = jdbc;
    this.territories = territories;
    this.audit = audit;
  }

  public Unit get(String id) {
    return find(id).orElseThrow(() -> new NotFound("people.not-found.unit", id));
  }

  public Optional<Unit> find(String id) {
    return Optional.ofNullable(snapshot.get().get(id));
  }

  /** Every unit, each after the one above it. */
  public List<Unit> all() {
    return new ArrayList<>(snapshot.get().values());
  }

  public Set<String> selfAndBelow(String id) {
    return find(id).map(top -> all().stream().filter(unit -> unit.path().startsWith(top.path())).map(Unit::id)
        .collect(Collectors.toUnmodifiableSet())).orElse(Set.of());
  }

  /**
   * The unit with this function that is responsible for the place: that of the place itself, else of the nearest place
   * above that has one. {@code street} is the function of street offices.
   */
  public Optional<Unit> competent(String function, String territory) {
    var candidates = all().stream().filter(unit -> unit.function().equals(Optional.of(function))).toList();
    return territories.selfAndAbove(territory).stream()
        .flatMap(place -> candidates.stream().filter(unit -> unit.territory().equals(place.id()))).findFirst();
  }

  /** The unit's name, or the id itself for an unknown one: for pages that show the past. */
  public String name(String id) {
    return find(id).map(Unit::name).orElse(id);
  }

  @Transactional
  public void create(CreateUnit command, Actor by) {
    var id = Names.id(command.id());
    if (find(id).isPresent()) {
      throw Refused.at("id", "people.refused.id-taken", id);
    }
    if (territories.find(command.territory()).isEmpty()) {
      throw Refused.at("territory", "people.not-found.territory", command.territory());
    }
    var above = command.parent()
        .map(parent -> find(parent).orElseThrow(() -> Refused.at("parent", "people.not-found.unit", parent)).path())
        .orElse("/");
    jdbc.sql("insert into unit (id, name, parent, kind, territory, function, path) values (?, ?, ?, ?, ?, ?, ?)")
        .params(id, Names.name(command.name()), command.parent().orElse(null), command.kind().name(),
            command.territory(), command.function().orElse(null), Names.path(above, id))
        .update();
    audit.append(AuditTrail.HOUSE, by, "people.unit-created", Map.of("unit", id));
    snapshot.changed();
  }

  private Map<String, Unit> load() {
    var units = new LinkedHashMap<String, Unit>();
    jdbc.sql("select id, name, parent, kind, territory, function, path from unit order by path")
        .query((row, number) -> new Unit(row.getString("id"), row.getString("name"),
            Optional.ofNullable(row.getString("parent")), UnitKind.valueOf(row.getString("kind")),
            row.getString("territory"), Optional.ofNullable(row.getString("function")), row.getString("path")))
        .list().forEach(unit -> units.put(unit.id(), unit));
    return Collections.unmodifiableMap(units);
  }
}
