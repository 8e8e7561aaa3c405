package org.petitiondesk.casefile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.RegisteredCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bare rows of the register, for those who work on the processes of its cases. */
@Repository
class CaseRows implements RegisteredCases {

  /** In one statement; more are asked for in several. */
  private static final int MANY = 500;

  private final JdbcClient jdbc;

  CaseRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void lock(CaseId id) {
    jdbc.sql("select id from case_file where id = ? for update").param(id.value()).query().listOfRows();
  }

  @Override
  public Map<CaseId, String> codes(Collection<CaseId> ids) {
    var codes = new HashMap<CaseId, String>();
    var asked = ids.stream().map(CaseId::value).distinct().toList();
    for (var from = 0; from < asked.size(); from += MANY) {
      read(asked.subList(from, Math.min(asked.size(), from + MANY)), codes);
    }
    return codes;
  }

  private void read(List<UUID> ids, Map<CaseId, String> codes) {
    jdbc.sql("select id, code_year, number from case_file where id in (:ids)").param("ids", ids)
        .query(rs -> {
          codes.put(new CaseId(rs.getObject("id", UUID.class)),
              CaseCodes.code(rs.getInt("code_year"), rs.getLong("number")));
        });
  }
}
