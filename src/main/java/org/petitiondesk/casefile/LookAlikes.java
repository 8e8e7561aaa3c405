package org.petitiondesk.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final int LOOKED_AT = 300;
  private static final double NEARLY = 0.5;
  private static final Duration WITHIN = Duration.ofDays(400);

  private final JdbcClient jdbc;
  private final Sight sight;
  private final Clock clock;

  LookAlikes(JdbcClient jdbc, Sight sight, Clock clock) {
    this.jdbc = jdbc;
    this.sight = sight;
    this.clock = clock;
  }

  List<CaseRow> of(CaseFile file, Set<String> indexes) {
    return find(Optional.of(file.id()), indexes, file.territory(), file.category(), file.title(), "", Map.of());
  }

  /** Before a case is registered, for the officer at the counter: only what that officer may see. */
  List<CaseRow> of(String title, String territory, Set<String> indexes, Actor actor) {
    return sight.mayLook(actor)
        ? find(Optional.empty(), indexes, territory, Optional.empty(), title, " and " + Sight.RULE,
            sight.parameters(actor))
        : List.of();
  }

  private List<CaseRow> find(Optional<CaseId> self, Set<String> indexes, String territory, Optional<String> category,
      String title, String rule, Map<String, Object> ruleParameters) {
    var samePerson = indexes.isEmpty()
        ? List.<Candidate>of()
        : jdbc.sql("""
            select c.* from case_file c where c.demand_class <> 'REPORT' and exists (select 1 from case_party s
              where s.case_id = c.id and s.role = 'PETITIONER'
                and (s.identity_index in (:indexes) or s.phone_index in (:indexes)))
            """ + rule + " order by c.registered_at desc, c.id desc fetch first 20 rows only").params(ruleParameters)
            .param("indexes", indexes).query(LookAlikes::candidate).list();
    var samePlace = jdbc.sql("""
        select c.* from case_file c
        where c.demand_class <> 'REPORT' and c.territory = :territory and c.registered_at > :since
        """ + rule + " order by c.registered_at desc, c.id desc fetch first " + LOOKED_AT + " rows only")
        .params(ruleParameters).param("territory", territory)
        .param("since", Timestamp.from(clock.instant().minus(WITHIN))).query(LookAlikes::candidate).list();
    var found = new HashMap<CaseId, Candidate>();
    samePerson.forEach(candidate -> found.put(candidate.row().id(), candidate));
    samePlace.stream().filter(candidate -> sameCategory(category, candidate.row().category()))
        .filter(candidate -> likeness(title, candidate.row().title()) >= NEARLY)
        .forEach(candidate -> found.put(candidate.row().id(), candidate));
    self.ifPresent(found::remove);
    return newest(found.values());
  }

  private static List<CaseRow> newest(Collection<Candidate> found) {
    return found.stream().sorted(Comparator.comparing(Candidate::registeredAt).reversed()).limit(MOST)
        .map(Candidate::row).toList();
  }

  /** A case that nobody has screened yet has no category; it may still be the same matter. */
  private static boolean sameCategory(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  /** Dice coefficient over pairs of neighbouring characters: 1 for the same title, 0 for nothing in common. */
  static double likeness(String one, String other) {
    var ones = pairs(one);
    var others = pairs(other);
    if (ones.isEmpty() || others.isEmpty()) {
      return one.equals(other) ? 1 : 0;
    }
    var common = new HashSet<>(ones);
    common.retainAll(others);
    return 2.0 * common.size() / (ones.size() + others.size());
  }

  private static Set<String> pairs(String text) {
    var plain = text.replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]", "");
    var pairs = new HashSet<String>();
    for (var i = 0; i + 1 < plain.length(); i++) {
      pairs.add(plain.substring(i, i + 2));
    }
    return pairs;
  }

  private static Candidate candidate(ResultSet rs, int row) throws SQLException {
    return new Candidate(CaseRepository.row(rs, row), rs.getTimestamp("registered_at"));
  }

  private record Candidate(CaseRow row, Timestamp registeredAt) {}
}
