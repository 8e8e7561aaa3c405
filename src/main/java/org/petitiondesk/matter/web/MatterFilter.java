package org.petitiondesk.matter.web;

import org.petitiondesk.matter.MatterQuery;
import org.petitiondesk.web.Asked;

/** The filter of the register of matters as the address bar holds it. */
record MatterFilter(String text, String process, String unit, String standing) {

  MatterFilter {
    text = plain(text);
    process = plain(process);
    unit = plain(unit);
    standing = plain(standing);
  }

  MatterQuery toQuery() {
    return new MatterQuery(Asked.text(process), Asked.text(unit),
        Asked.text(standing).filter(given -> given.equals("open") || given.equals("ended")).map("open"::equals),
        Asked.text(text));
  }

  private static String plain(String text) {
    return Asked.text(text).orElse("");
  }
}
