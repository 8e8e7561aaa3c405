package org.petitiondesk.designer.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.petitiondesk.kernel.Dates;
import org.springframework.format.annotation.DateTimeFormat;

/** @param publishAt empty: at once */
record ApproveDraftForm(int version,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime publishAt) {

  Optional<Instant> moment() {
    return Optional.ofNullable(publishAt).map(at -> at.atZone(Dates.ZONE).toInstant());
  }
}
