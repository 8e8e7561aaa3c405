package org.petitiondesk.people;

import java.time.Clock;
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
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Snapshot;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tree of units and who of them is competent where. */
@Component
public class Units {

  private final JdbcClient jdbc;
  private final Territories territories;
  private final AuditTrail audit;
  private final ObjectProvider<UnitWork> work;
  private final Clock clock;
  private final Snapshot<Map<String, Unit>> snapshot = new Snapshot<>(this::load);

  Units(JdbcClient jdbc, Territories territories, AuditTrail audit, ObjectProvider<UnitWork> work, Clock clock) {
    this.jdbc = jdbc;
    this.territories = territories;
    this.audit = audit;
    this.work = work;
    this.clock = clock;
  }

  public Unit get(String id) {
    return find(id).orElseThrow(() -> new NotFound("people.not-found.unit", id));
  }

  public Optional<Unit> find(String id) {
    return Optional.ofNullable(snapshot.get().get(id));
  }

  /** Every unit that works, each after the one above it. */
  public List<Unit> all() {
    return ever().stream().filter(unit -> !unit.dissolved()).toList();
  }

  /** Those that were dissolved too. */
  public List<Unit> ever() {
    return List.copyOf(snapshot.get().values());
  }

  /** The unit and those below it, also dissolved ones: their old cases are still to be seen. */
  public Set<String> selfAndBelow(String id) {
    return find(id).map(top -> ever().stream().filter(unit -> unit.path().startsWith(top.path())).map(Unit::id)
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
    lock();
    var id = Names.id(command.id());
    if (find(id).isPresent()) {
      throw Refused.at("id", "people.refused.id-taken", id);
    }
    requireTerritory(command.territory());
    var above = above(command.parent());
    jdbc.sql("insert into unit (id, name, parent, kind, territory, function, path) values (?, ?, ?, ?, ?, ?, ?)")
        .params(id, Names.name(command.name()), command.parent().orElse(null), command.kind().name(),
            command.territory(), command.function().orElse(null), Names.path(above, id))
        .update();
    audit.append(AuditTrail.HOUSE, by, "people.unit-created", Map.of("unit", id));
    snapshot.changed();
  }

  /** Renames, moves and describes it anew. What lies below moves with it; nothing can be put below itself. */
  @Transactional
  public void change(ChangeUnit command, Actor by) {
    lock();
    var unit = get(command.id());
    requireNotDissolved(unit);
    requireTerritory(command.territory());
    var name = Names.name(command.name());
    var path = Names.path(above(command.parent()), unit.id());
    if (path.startsWith(unit.path()) && !path.equals(unit.path())) {
      throw Refused.at("parent", "people.refused.below-itself");
    }
    update(unit, command.version(), """
        update unit set name = ?, parent = ?, kind = ?, territory = ?, function = ?, version = version + 1
          where id = ? and version = ?""", name, command.parent().orElse(null), command.kind().name(),
        command.territory(), command.function().orElse(null));
    if (!path.equals(unit.path())) {
      ever().stream().filter(each -> each.path().startsWith(unit.path())).forEach(each -> jdbc
          .sql("update unit set path = ? where id = ?")
          .params(Names.notTooDeep(path + each.path().substring(unit.path().length())), each.id()).update());
    }
    audit.append(AuditTrail.HOUSE, by, "people.unit-changed", Map.of("unit", unit.id(), "name", name, "path", path,
        "kind", command.kind().name(), "territory", command.territory(), "function", command.function().orElse("")));
    snapshot.changed();
  }

  /**
   * The unit takes on nothing any more. Refused while anything is open for it, while somebody works in it and while a
   * unit lies below it: what nobody looks after would be lost.
   *
   * @param version what the page has seen
   */
  @Transactional
  public void dissolve(String id, int version, Actor by) {
    lock();
    var unit = get(id);
    requireNotDissolved(unit);
    var inTheWay = obstacles(id);
    if (!inTheWay.isEmpty()) {
      throw Refused.because(inTheWay.get(0).sentence(), inTheWay.get(0).number());
    }
    update(unit, version, "update unit set dissolved_on = ?, version = version + 1 where id = ? and version = ?",
        Dates.today(clock));
    audit.append(AuditTrail.HOUSE, by, "people.unit-dissolved", Map.of("unit", id));
    snapshot.changed();
  }

  /**
   * What keeps the unit from being dissolved.
   *
   * @param sentence messages key; its argument is the number
   */
  public record Obstacle(String sentence, long number) {}

  public List<Obstacle> obstacles(String id) {
    var found = new ArrayList<Obstacle>();
    work.orderedStream().map(each -> new Obstacle(each.sentence(), each.openOf(id))).forEach(found::add);
    found.add(new Obstacle("people.obstacle.accounts", count("select count(*) from account where enabled and unit = ?",
        id)));
    found.add(new Obstacle("people.obstacle.api-keys", count("select count(*) from api_key where enabled and unit = ?",
        id)));
    found.add(new Obstacle("people.obstacle.units", all().stream().filter(unit -> unit.parent().equals(Optional.of(id)))
        .count()));
    return found.stream().filter(obstacle -> obstacle.number() > 0).toList();
  }

  /**
   * One change of the tree at a time, judged by how the one before has left it: two that are right alone could put each
   * unit below the other.
   */
  private void lock() {
    jdbc.sql("select id from unit order by id for update").query(String.class).list();
    snapshot.changed();
  }

  private long count(String sql, String unit) {
    return jdbc.sql(sql).param(unit).query(Long.class).single();
  }

  private void update(Unit unit, int version, String sql, Object... values) {
    if (jdbc.sql(sql).params(values).params(unit.id(), version).update() == 0) {
      throw new Conflict("people.conflict.changed");
    }
  }

  private String above(Optional<String> parent) {
    return parent.map(id -> find(id).filter(unit -> !unit.dissolved())
        .orElseThrow(() -> Refused.at("parent", "people.not-found.unit", id)).path()).orElse("/");
  }

  private void requireTerritory(String territory) {
    if (territories.find(territory).isEmpty()) {
      throw Refused.at("territory", "people.not-found.territory", territory);
    }
  }

  private static void requireNotDissolved(Unit unit) {
    if (unit.dissolved()) {
      throw new Conflict("people.conflict.dissolved", unit.name());
    }
  }

  private Map<String, Unit> load() {
    var units = new LinkedHashMap<String, Unit>();
    jdbc.sql("select id, name, parent, kind, territory, function, path, dissolved_on, version from unit order by path")
        .query((row, number) -> new Unit(row.getString("id"), row.getString("name"),
            Optional.ofNullable(row.getString("parent")), UnitKind.valueOf(row.getString("kind")),
            row.getString("territory"), Optional.ofNullable(row.getString("function")), row.getString("path"),
            row.getObject("dissolved_on") != null, row.getInt("version")))
        .list().forEach(unit -> units.put(unit.id(), unit));
    return Collections.unmodifiableMap(units);
  }
}
