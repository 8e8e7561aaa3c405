package org.petitiondesk.accountability.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.petitiondesk.accountability.Finding;

/** Who is responsible and what was decided, or why nobody is; rows that were left blank are no finding. */
record ClaimResponsibilityForm(String item, String nobody, List<FindingRow> rows) {

  /**
   * One person or role.
   *
   * @param account of somebody who was heard; else the person is named in words
   */
  record FindingRow(String account, String person, Finding.Share share, String rule, String statement, String measure,
      String decisionNumber, LocalDate decidedOn) {

    FindingRow {
      account = Text.plain(account);
      person = Text.plain(person);
      share = share == null ? Finding.Share.DIRECT : share;
      rule = Text.plain(rule);
      statement = Text.plain(statement);
      measure = Text.plain(measure);
      decisionNumber = Text.plain(decisionNumber);
    }

    static FindingRow empty() {
      return new FindingRow("", "", null, "", "", "", "", null);
    }

    boolean isBlank() {
      return (account + person + rule + statement + measure + decisionNumber).isEmpty();
    }

    Finding toFinding(UnaryOperator<String> name) {
      var known = Optional.of(account).filter(given -> !given.isEmpty());
      return new Finding(known, known.map(name).orElse(person), share, rule, statement, measure, decisionNumber,
          decidedOn);
    }
  }

  ClaimResponsibilityForm {
    item = Text.plain(item);
    nobody = Text.plain(nobody);
    rows = rows == null ? List.of() : rows.stream().filter(row -> row != null && !row.isBlank()).toList();
  }

  static ClaimResponsibilityForm empty(String item) {
    return new ClaimResponsibilityForm(item, "", List.of());
  }

  List<Finding> toFindings(UnaryOperator<String> name) {
    return rows.stream().map(row -> row.toFinding(name)).toList();
  }
}
