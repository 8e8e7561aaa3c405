package org.petitiondesk.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tree of places. */
@Component
public class Territories {

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Snapshot<Map<String, Territory>> snapshot = new Snapshot<>(this::load);

  Territories(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  public Territory get(String id) {
    return find(id).orElseThrow(() -> new NotFound("people.not-found.territory", id));
  }

  public Optional<Territory> find(String id) {
    return Optional.ofNullable(snapshot.get().get(id));
  }

  /** Every place, each after the one above it. */
  public Collection<Territory> all() {
    return snapshot.get().values();
  }

  /** The place and those above it, nearest first; empty for an unknown place. */
  public List<Territory> selfAndAbove(String id) {
    var above = new ArrayList<Territory>();
    for (var next = find(id); next.isPresent(); next = next.get().parent().flatMap(this::find)) {
      above.add(next.get());
    }
    return above;
  }

  /** Names from the top: 云溪市临江区柳荫街道桂花社区. The id itself for an unknown place. */
  public String fullName(String id) {
    var name = new StringBuilder();
    selfAndAbove(id).forEach(territory -> name.insert(0, territory.name()));
    return name.isEmpty() ? id : name.toString();
  }

  @Transactional
  public void create(CreateTerritory command, Actor by) {
    var id = Names.id(command.id());
    if (find(id).isPresent()) {
      throw Refused.at("id", "people.refused.id-taken", id);
    }
    var above = command.parent()
        .map(
            parent -> find(parent).orElseThrow(() -> Refused.at("parent", "people.not-found.territory", parent)).path())
        .orElse("/");
    jdbc.sql("insert into territory (id, name, parent, path) values (?, ?, ?, ?)")
        .params(id, Names.name(command.name()), command.parent().orElse(null), Names.path(above, id)).update();
    audit.append(AuditTrail.HOUSE, by, "people.territory-created", Map.of("territory", id));
    snapshot.changed();
  }

  /**
   * @param version what the page has seen
   */
  @Transactional
  public void rename(String id, int version, String name, Actor by) {
    var before = get(id);
    var changed = jdbc.sql("update territory set name = ?, version = version + 1 where id = ? and version = ?")
        .params(Names.name(name), id, version).update();
    if (changed == 0) {
      throw new Conflict("people.conflict.changed");
    }
    audit.append(AuditTrail.HOUSE, by, "people.territory-renamed",
        Map.of("territory", id, "before", before.name(), "after", name.strip()));
    snapshot.changed();
  }

  private Map<String, Territory> load() {
    var territories = new LinkedHashMap<String, Territory>();
    jdbc.sql("select id, name, parent, path, version from territory order by path")
        .query((row, number) -> new Territory(row.getString("id"), row.getString("name"),
            Optional.ofNullable(row.getString("parent")), row.getString("path"), row.getInt("version")))
        .list().forEach(territory -> territories.put(territory.id(), territory));
    return Collections.unmodifiableMap(territories);
  }
}
