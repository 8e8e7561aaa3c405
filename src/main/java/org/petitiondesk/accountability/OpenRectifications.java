package org.petitiondesk.accountability;

import org.petitiondesk.people.UnitWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A unit that has to mend something, or has ordered it, can not be dissolved. */
@Component
@Order(4)
class OpenRectifications implements UnitWork {

  private final RectificationRepository rectifications;

  OpenRectifications(RectificationRepository rectifications) {
    this.rectifications = rectifications;
  }

  @Override
  public long openOf(String unit) {
    return rectifications.openOf(unit);
  }

  @Override
  public String sentence() {
    return "accountability.open-rectifications";
  }
}
