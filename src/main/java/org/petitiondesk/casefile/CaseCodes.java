package org.petitiondesk.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Like;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The code that people know a case by, with nothing but the database: for lists and operators' commands. */
@Component
public class CaseCodes {

  private static final Pattern CODE = Pattern.compile("XF([0-9]{4})-([0-9]{6,12})");

  private final JdbcClient jdbc;

  CaseCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** {@code XF2026-000123}. */
  public static String code(int year, long number) {
    // Written for every row of every list: a format string would be read again each time.
    var digits = Long.toString(number);
    return "XF" + year + "-" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
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

  /**
   * Condition for what somebody types into the search of a register: one of the columns contains it, or it is the code of
   * the case.
   *
   * @param caseColumn holds the id of the case
   * @param parameters of the query, to which those of the condition are added
   */
  public String condition(String typed, String caseColumn, List<String> columns, Map<String, Object> parameters) {
    var text = typed.strip();
    var found = new ArrayList<>(
        columns.stream().map(column -> "lower(" + column + ") like :words escape '!'").toList());
    parameters.put("words", Like.containing(text));
    find(text.toUpperCase(Locale.ROOT)).ifPresent(id -> {
      found.add(caseColumn + " = :coded");
      parameters.put("coded", id.value());
    });
    return String.join(" or ", found);
  }
}
