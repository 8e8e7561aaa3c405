package org.petitiondesk.accountability.web;

import org.petitiondesk.accountability.RectificationLight;
import org.petitiondesk.accountability.RectificationQuery;
import org.petitiondesk.web.Asked;

/** The filter of the register of rectification as the address bar holds it. */
record RectificationFilter(String text, String unit, String light, String from, String to) {

  RectificationFilter {
    text = Asked.text(text).orElse("");
    unit = Asked.text(unit).orElse("");
    light = Asked.text(light).orElse("");
    from = Asked.text(from).orElse("");
    to = Asked.text(to).orElse("");
  }

  RectificationQuery toQuery() {
    return new RectificationQuery(Asked.text(text), Asked.text(unit), Asked.named(RectificationLight.values(), light),
        Asked.day(from), Asked.day(to));
  }

  /** Whether one of the filters that are folded away narrows the list. */
  public boolean narrowed() {
    return !(unit + from + to).isEmpty();
  }
}
