package org.petitiondesk.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases that may be the same matter: raised by the same person, or about the same place and category under nearly the
 * same title. Reports are never among them: that there is one is already too much to say.
 */
@Component
class LookAlikes {

  private static final int MOST = 10;
  private static final int GLANCED_AT = 20;
  private static final int LOOKED_AT = 300;
  private static final double NEARLY = 0.5;
  private static final Duration WITHIN = Duration.ofDays(400);
  private static final Pattern NOT_TEXT = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]");

  /** Two lookups in two indexes; asked as one condition the database would read all parties there are. */
  private static final String SAME_PERSON = """
      c.demand_class <> 'REPORT' and c.id in (
        select i.case_id from case_party i where i.role = 'PETITIONER' and i.identity_index in (:indexes)
        union all
        select p.case_id from case_party p where p.role = 'PETITIONER' and p.phone_index in (:indexes))
      """;

  private final JdbcClient jdbc;
  private final Sight sight;
  private final Clock clock;

  LookAlikes(JdbcClient jdbc, Sight sight, Clock clock) {
    this.jdbc = jdbc;
    this.sight = sight;
    this.clock = clock;
  }

  List<CaseRow> of(CaseFile file, Set<String> indexes) {
    return rows(find(Optional.of(file.id()), indexes, file.territory(), file.category(), file.title(), "", Map.of()));
  }

  /** Only what the actor may see, and why it was found. */
  List<LookAlike> of(CaseFile file, Set<String> indexes, Actor actor) {
    if (!sight.mayLook(actor)) {
      return List.of();
    }
    var found = find(Optional.of(file.id()), indexes, file.territory(), file.category(), file.title(),
        " and " + Sight.RULE, sight.parameters(actor));
    return rows(found).stream().map(row -> new LookAlike(row, found.get(row.id()).samePerson())).toList();
  }

  /** Whether there is one; where there are many, one of the newest answers already. */
  boolean exist(CaseFile file, Set<String> indexes) {
    return IntStream.of(GLANCED_AT, LOOKED_AT).anyMatch(limit -> !candidates(Optional.of(file.id()), indexes,
        file.territory(), file.category(), file.title(), limit, "", Map.of()).isEmpty());
  }

  /** Before a case is registered, for the officer at the counter: only what that officer may see. */
  List<CaseRow> of(String title, String territory, Set<String> indexes, Actor actor) {
    return sight.mayLook(actor)
        ? rows(find(Optional.empty(), indexes, territory, Optional.empty(), title, " and " + Sight.RULE,
            sight.parameters(actor)))
        : List.of();
  }

  private Map<CaseId, Found> find(Optional<CaseId> self, Set<String> indexes, String territory,
      Optional<String> category, String title, String rule, Map<String, Object> ruleParameters) {
    return candidates(self, indexes, territory, category, title, LOOKED_AT, rule, ruleParameters);
  }

  private Map<CaseId, Found> candidates(Optional<CaseId> self, Set<String> indexes, String territory,
      Optional<String> category, String title, int limit, String rule, Map<String, Object> ruleParameters) {
    var found = new HashMap<CaseId, Found>();
    if (!indexes.isEmpty()) {
      jdbc.sql("select c.id, c.title, c.category, c.registered_at from case_file c where " + SAME_PERSON + rule
          + " order by c.registered_at desc, c.id desc fetch first 20 rows only").params(ruleParameters)
          .param("indexes", indexes).query(LookAlikes::candidate).list()
          .forEach(candidate -> found.put(candidate.id(), new Found(candidate.registeredAt(), true)));
    }
    var wanted = pairs(title);
    jdbc.sql("""
        select c.id, c.title, c.category, c.registered_at from case_file c
        where c.demand_class <> 'REPORT' and c.territory = :territory and c.registered_at > :since
        """ + rule + " order by c.registered_at desc, c.id desc fetch first " + limit + " rows only")
        .params(ruleParameters).param("territory", territory)
        .param("since", Timestamp.from(clock.instant().minus(WITHIN))).query(LookAlikes::candidate).list().stream()
        .filter(candidate -> sameCategory(category, candidate.category()))
        .filter(candidate -> likeness(title, wanted, candidate.title()) >= NEARLY)
        .forEach(candidate -> found.putIfAbsent(candidate.id(), new Found(candidate.registeredAt(), false)));
    self.ifPresent(found::remove);
    return found;
  }

  private static List<CaseId> newest(Map<CaseId, Found> found) {
    return found.entrySet().stream()
        .sorted(Map.Entry.<CaseId, Found>comparingByValue(Comparator.comparing(Found::registeredAt)).reversed())
        .limit(MOST).map(Map.Entry::getKey).toList();
  }

  /** Of the hundreds that are looked at only the few that are shown are read in full. */
  private List<CaseRow> rows(Map<CaseId, Found> found) {
    var ids = newest(found);
    if (ids.isEmpty()) {
      return List.of();
    }
    var rows = jdbc.sql("select c.* from case_file c where c.id in (:ids)")
        .param("ids", ids.stream().map(CaseId::value).toList()).query(CaseRepository::row).list().stream()
        .collect(Collectors.toMap(CaseRow::id, Function.identity()));
    return ids.stream().map(rows::get).toList();
  }

  /** A case that nobody has screened yet has no category; it may still be the same matter. */
  private static boolean sameCategory(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  /** Dice coefficient over pairs of neighbouring characters: 1 for the same title, 0 for nothing in common. */
  static double likeness(String one, String other) {
    return likeness(one, pairs(one), other);
  }

  private static double likeness(String one, Set<String> ones, String other) {
    var others = pairs(other);
    if (ones.isEmpty() || others.isEmpty()) {
      return one.equals(other) ? 1 : 0;
    }
    var common = ones.stream().filter(others::contains).count();
    return 2.0 * common / (ones.size() + others.size());
  }

  private static Set<String> pairs(String text) {
    var plain = NOT_TEXT.matcher(text).replaceAll("");
    var pairs = new HashSet<String>();
    for (var i = 0; i + 1 < plain.length(); i++) {
      pairs.add(plain.substring(i, i + 2));
    }
    return pairs;
  }

  private static Candidate candidate(ResultSet rs, int row) throws SQLException {
    return new Candidate(new CaseId(rs.getObject("id", UUID.class)), rs.getString("title"),
        Optional.ofNullable(rs.getString("category")), rs.getTimestamp("registered_at").toInstant());
  }

  private record Found(Instant registeredAt, boolean samePerson) {}

  private record Candidate(CaseId id, String title, Optional<String> category, Instant registeredAt) {}
}
