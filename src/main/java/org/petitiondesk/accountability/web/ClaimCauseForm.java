package org.petitiondesk.accountability.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.petitiondesk.accountability.Cause;
import org.petitiondesk.accountability.ClaimCause;
import org.petitiondesk.accountability.FactStatement;
import org.petitiondesk.accountability.FactStatement.Side;
import org.petitiondesk.documents.Upload;

/** What the unit found out about the cause; rows that were left blank are no cause. */
record ClaimCauseForm(String item, String petitionerSays, String unitSays, List<CauseRow> rows) {

  /** One line of the nested list. */
  record CauseRow(Integer depth, String words, Cause.Kind kind, Boolean root) {

    CauseRow {
      depth = depth == null ? 1 : depth;
      words = Text.plain(words);
      kind = kind == null ? Cause.Kind.DIRECT : kind;
      root = root != null && root;
    }

    boolean isBlank() {
      return words.isEmpty() && !root;
    }
  }

  ClaimCauseForm {
    item = Text.plain(item);
    petitionerSays = Text.plain(petitionerSays);
    unitSays = Text.plain(unitSays);
    rows = rows == null ? List.of() : rows.stream().map(row -> row == null ? blank(1) : row).toList();
  }

  static ClaimCauseForm empty(String item) {
    return new ClaimCauseForm(item, "", "", List.of(blank(1), blank(2), blank(3)));
  }

  /** As it was claimed before, to be mended. */
  static ClaimCauseForm of(String item, List<FactStatement> statements, List<Cause> causes) {
    return new ClaimCauseForm(item, words(statements, Side.PETITIONER), words(statements, Side.UNIT), causes.stream()
        .map(cause -> new CauseRow(cause.depth(), cause.words(), cause.kind(), cause.root())).toList());
  }

  ClaimCause toCommand(Map<Integer, List<Upload>> evidence) {
    var statements = new ArrayList<FactStatement>();
    if (!petitionerSays.isEmpty()) {
      statements.add(new FactStatement(Side.PETITIONER, petitionerSays));
    }
    if (!unitSays.isEmpty()) {
      statements.add(new FactStatement(Side.UNIT, unitSays));
    }
    var causes = new ArrayList<Cause>();
    for (var place = 1; place <= rows.size(); place++) {
      var row = rows.get(place - 1);
      if (!row.isBlank() || evidence.containsKey(place)) {
        causes.add(new Cause(place, row.depth(), row.words(), row.kind(), row.root()));
      }
    }
    return new ClaimCause(statements, causes, Collections.unmodifiableMap(evidence));
  }

  private static CauseRow blank(int depth) {
    return new CauseRow(depth, "", depth == 1 ? Cause.Kind.DIRECT : Cause.Kind.UNDERLYING, false);
  }

  private static String words(List<FactStatement> statements, Side side) {
    return statements.stream().filter(each -> each.side() == side).map(FactStatement::words).findFirst().orElse("");
  }
}
