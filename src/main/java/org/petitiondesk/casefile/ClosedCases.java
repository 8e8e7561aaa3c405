package org.petitiondesk.casefile;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.PastCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Closed cases as examples. Only their ids leave: whoever shows one asks the row rule again. */
@Repository
class ClosedCases implements PastCases {

  private final JdbcClient jdbc;
  private final Categories categories;

  ClosedCases(JdbcClient jdbc, Categories categories) {
    this.jdbc = jdbc;
    this.categories = categories;
  }

  @Override
  @Transactional(readOnly = true)
  public List<CaseId> closed(LocalDate from, LocalDate to, Optional<String> unit, Optional<String> category,
      int most) {
    return jdbc.sql("""
        select id from case_file
          where closed_at >= :from and closed_at < :until and demand_class <> 'REPORT'
            and (:unit = '' or lead_unit = :unit) and (:category = '' or category like :category || '%')
          order by closed_at desc, id limit :most""")
        .param("from", Timestamp.from(from.atStartOfDay(Dates.ZONE).toInstant()))
        .param("until", Timestamp.from(to.plusDays(1).atStartOfDay(Dates.ZONE).toInstant()))
        .param("unit", unit.orElse("")).param("category", category.orElse("")).param("most", most)
        .query((rs, row) -> new CaseId(rs.getObject(1, UUID.class))).list();
  }

  @Override
  public Map<String, String> categories() {
    var names = new LinkedHashMap<String, String>();
    categories.roots().forEach(root -> names.put(root.code(), categories.name(root.code())));
    return names;
  }
}
