package org.petitiondesk.report.web;

import org.petitiondesk.report.WarningKind;
import org.petitiondesk.report.WarningQuery;
import org.petitiondesk.web.Asked;

/**
 * The filter of the warnings as the address bar holds it.
 *
 * @param all answered ones too
 */
record WarningFilter(String level, String kind, String unit, Boolean all) {

  WarningFilter {
    level = Asked.text(level).orElse("");
    kind = Asked.text(kind).orElse("");
    unit = Asked.text(unit).orElse("");
    all = Boolean.TRUE.equals(all);
  }

  WarningQuery toQuery() {
    return new WarningQuery(!all, Asked.text(level), Asked.named(WarningKind.values(), kind), Asked.text(unit));
  }
}
