package org.petitiondesk.accountability.web;

import org.petitiondesk.accountability.ReviewQuery;
import org.petitiondesk.kernel.CaseReviews;
import org.petitiondesk.web.Asked;

/** The filter of the list of reviews as the address bar holds it. */
record ReviewFilter(String text, String unit, String trigger, String standing) {

  ReviewFilter {
    text = plain(text);
    unit = plain(unit);
    trigger = plain(trigger);
    standing = plain(standing);
  }

  ReviewQuery toQuery() {
    return new ReviewQuery(Asked.text(text), Asked.text(unit), Asked.named(CaseReviews.Trigger.values(), trigger),
        Asked.text(standing).filter(given -> given.equals("open") || given.equals("signed")).map("open"::equals));
  }

  private static String plain(String text) {
    return Asked.text(text).orElse("");
  }
}
