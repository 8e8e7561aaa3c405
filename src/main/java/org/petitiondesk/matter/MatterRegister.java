package org.petitiondesk.matter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Like;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Page;
import org.petitiondesk.kernel.PageEnd;
import org.petitiondesk.people.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of matters and each of them. A reader sees those of their unit and of the units below, those they began,
 * and those of which a step is or was theirs or their group's.
 */
@Component
@Transactional(readOnly = true)
public class MatterRegister {

  static final int PAGE_SIZE = 50;
  /** So many ended ones are looked at for a median. */
  private static final int MOST = 5000;

  private static final String SIGHT = """
      (m.started_by = :me or m.unit in (:units)
        or exists (select 1 from matter_item i where i.subject_id = m.id and (i.group_name in (:groups) or i.holder = :me))
        or exists (select 1 from matter_message p where p.matter_id = m.id and p.receiver in (:groups))
        or exists (select 1 from matter_entry e where e.subject_id = m.id and e.written_by = :me))""";

  private final JdbcClient jdbc;
  private final MatterTable matters;
  private final Units units;

  MatterRegister(JdbcClient jdbc, MatterTable matters, Units units) {
    this.jdbc = jdbc;
    this.matters = matters;
    this.units = units;
  }

  /** The newest first. */
  public Page<Matter> find(MatterQuery query, Actor actor, Optional<String> cursor) {
    var conditions = new ArrayList<>(List.of(SIGHT));
    var parameters = sight(actor);
    query.process().ifPresent(process -> {
      conditions.add("m.process_key = :process");
      parameters.put("process", process);
    });
    query.unit().ifPresent(unit -> {
      conditions.add("m.unit = :unit");
      parameters.put("unit", unit);
    });
    query.open().ifPresent(open -> conditions.add(open ? "m.ended_at is null" : "m.ended_at is not null"));
    query.text().ifPresent(text -> {
      conditions.add("lower(m.title) like :text escape '!' or lower('sx' || m.number_year || '-' ||"
          + " substring(cast(1000000 + m.number as varchar(20)), 2)) like :text escape '!'");
      parameters.put("text", Like.containing(text));
    });
    cursor.flatMap(PageEnd::of).ifPresent(end -> {
      conditions.add("(m.started_at, m.id) < (:afterTime, :afterId)");
      parameters.put("afterTime", MatterTable.timestamp(end.at()));
      parameters.put("afterId", end.id());
    });
    var rows = jdbc.sql("select m.* from matter m where (" + String.join(") and (", conditions)
        + ") order by m.started_at desc, m.id desc fetch first " + (PAGE_SIZE + 1) + " rows only").params(parameters)
        .query(MatterTable::read).list();
    return Page.cut(rows, PAGE_SIZE, row -> new PageEnd(row.startedAt(), row.id().value()).toString());
  }

  /** NotFound also for one that the reader may not know of. */
  public Matter get(MatterId id, Actor actor) {
    return jdbc.sql("select m.* from matter m where m.id = :id and " + SIGHT).param("id", id.value())
        .params(sight(actor)).query(MatterTable::read).optional()
        .orElseThrow(() -> new NotFound("matter.not-found.matter"));
  }

  /** Without a look at who asks: for whoever works on one of its steps. */
  public Optional<Matter> find(MatterId id) {
    return matters.find(id);
  }

  /** The first one first. */
  public List<MatterEntry> entries(MatterId id) {
    return matters.entries(id.chain());
  }

  /** Of the matters that the reader may see: for each process all together, then by unit. */
  public List<MatterFigure> figures(Actor actor) {
    record Ended(String unit, Duration lasted) {}
    record Counted(Map<String, Long> running, List<Ended> ended) {}
    var names = new HashMap<String, String>();
    var counted = new LinkedHashMap<String, Counted>();
    jdbc.sql("select m.process_key, m.process_name, m.unit, m.started_at, m.ended_at from matter m where " + SIGHT
        + " order by m.process_key, m.started_at desc fetch first " + MOST + " rows only").params(sight(actor))
        .query((rs, n) -> {
          names.putIfAbsent(rs.getString("process_key"), rs.getString("process_name"));
          var process = counted.computeIfAbsent(rs.getString("process_key"),
              key -> new Counted(new HashMap<>(), new ArrayList<>()));
          if (rs.getTimestamp("ended_at") == null) {
            process.running().merge(rs.getString("unit"), 1L, Long::sum);
          } else {
            process.ended().add(new Ended(rs.getString("unit"), Duration.between(
                rs.getTimestamp("started_at").toInstant(), rs.getTimestamp("ended_at").toInstant())));
          }
          return process;
        }).list();
    return counted.entrySet().stream().flatMap(process -> {
      var found = process.getValue();
      var all = Stream.concat(found.running().keySet().stream(), found.ended().stream().map(Ended::unit)).distinct()
          .sorted().toList();
      return Stream.concat(Stream.of(""), all.stream()).map(unit -> {
        var ended = found.ended().stream().filter(each -> unit.isEmpty() || each.unit().equals(unit))
            .map(Ended::lasted).sorted().toList();
        var running = unit.isEmpty()
            ? found.running().values().stream().mapToLong(Long::longValue).sum()
            : found.running().getOrDefault(unit, 0L);
        return new MatterFigure(process.getKey(), names.get(process.getKey()), unit, running, ended.size(),
            ended.isEmpty() ? Optional.empty() : Optional.of(ended.get(ended.size() / 2)));
      });
    }).toList();
  }

  private Map<String, Object> sight(Actor actor) {
    var parameters = new HashMap<String, Object>();
    // An empty list is no SQL; nobody belongs to the unit or group without a name.
    parameters.put("me", actor.id());
    parameters.put("units", actor.worksOnCases() && !units.selfAndBelow(actor.unit()).isEmpty()
        ? units.selfAndBelow(actor.unit())
        : Set.of("-"));
    parameters.put("groups", actor.groups().isEmpty() ? Set.of("-") : actor.groups());
    return parameters;
  }
}
