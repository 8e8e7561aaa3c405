package org.petitiondesk.casefile.web;

import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.CaseQuery;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.web.Asked;

/** The filter of the register as the address bar holds it. */
record RegisterFilter(String text, String status, String category, String unit, String territory, String kind,
    String from, String to) {

  RegisterFilter {
    text = plain(text);
    status = plain(status);
    category = plain(category);
    unit = plain(unit);
    territory = plain(territory);
    kind = plain(kind);
    from = plain(from);
    to = plain(to);
  }

  CaseQuery toQuery() {
    return new CaseQuery(Asked.text(text), Asked.named(CaseStatus.values(), status), Asked.text(category),
        Asked.text(unit), Asked.text(territory), Asked.named(CaseKind.values(), kind), Asked.day(from),
        Asked.day(to));
  }

  /** Whether one of the filters that are folded away narrows the list. */
  public boolean narrowed() {
    return !(category + unit + territory + kind + from + to).isEmpty();
  }

  private static String plain(String text) {
    return Asked.text(text).orElse("");
  }
}
