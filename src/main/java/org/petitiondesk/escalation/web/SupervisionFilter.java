package org.petitiondesk.escalation.web;

import org.petitiondesk.escalation.SupervisionKind;
import org.petitiondesk.escalation.SupervisionLight;
import org.petitiondesk.escalation.SupervisionQuery;
import org.petitiondesk.web.Asked;

/** The filter of the register of supervision as the address bar holds it. */
record SupervisionFilter(String text, String unit, String kind, String light, String from, String to) {

  SupervisionFilter {
    text = plain(text);
    unit = plain(unit);
    kind = plain(kind);
    light = plain(light);
    from = plain(from);
    to = plain(to);
  }

  SupervisionQuery toQuery() {
    return new SupervisionQuery(Asked.text(text), Asked.text(unit), Asked.named(SupervisionKind.values(), kind),
        Asked.named(SupervisionLight.values(), light), Asked.day(from), Asked.day(to));
  }

  /** Whether one of the filters that are folded away narrows the list. */
  public boolean narrowed() {
    return !(unit + kind + from + to).isEmpty();
  }

  private static String plain(String text) {
    return Asked.text(text).orElse("");
  }
}
