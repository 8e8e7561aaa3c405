package org.petitiondesk.petition.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;

/**
 * Which case this browser has opened with its code. Kept in the session and never in an address, which people copy and
 * libraries keep; forgotten after half an hour in which nobody did anything.
 */
@Component
class FollowSession {

  private static final String CASE = "follow.case";
  private static final String SEEN = "follow.seen";
  private static final Duration IDLE = Duration.ofMinutes(30);

  private final Clock clock;

  FollowSession(Clock clock) {
    this.clock = clock;
  }

  void open(CaseId id, HttpServletRequest request) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    var session = request.getSession();
    session.setAttribute(CASE, id.toString());
    session.setAttribute(SEEN, clock.instant().toEpochMilli());
  }

  Optional<CaseId> current(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(CASE) instanceof String id)
        || !(session.getAttribute(SEEN) instanceof Long seen)) {
      return Optional.empty();
    }
    var now = clock.instant();
    if (Instant.ofEpochMilli(seen).plus(IDLE).isBefore(now)) {
      forget(session);
      return Optional.empty();
    }
    session.setAttribute(SEEN, now.toEpochMilli());
    return Optional.of(CaseId.of(id));
  }

  void leave(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      forget(session);
    }
  }

  private static void forget(HttpSession session) {
    session.removeAttribute(CASE);
    session.removeAttribute(SEEN);
  }
}
