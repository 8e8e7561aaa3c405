package org.petitiondesk.casefile;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.petitiondesk.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a case by the code that people know it by, with nothing but the database: for operators' commands. */
@Component
public class CaseCodes {

  private static final Pattern CODE = Pattern.compile("XF([0-9]{4})-([0-9]{6,12})");

  private final JdbcClient jdbc;

  CaseCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<CaseId> find(String code) {
    var parts = CODE.matcher(code);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return jdbc.sql("select id from case_file where code_year = ? and number = ?")
        .params(Integer.valueOf(parts.group(1)), Long.valueOf(parts.group(2))).query(UUID.class).optional()
        .map(CaseId::new);
  }
}
