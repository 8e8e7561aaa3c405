package org.petitiondesk.web;

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
public class FollowSession {

  private static final String CASE = "follow.case";
  private static final String PAGE = "follow.page";
  private static final String FOLLOWER = "follow.follower";
  private static final String SEEN = "follow.seen";
  private static final Duration IDLE = Duration.ofMinutes(30);

  private final Clock clock;

  FollowSession(Clock clock) {
    this.clock = clock;
  }

  /**
   * What this browser follows.
   *
   * @param follower which side of the case it is, in the words of the module whose page it is; empty where there is one
   */
  public record Followed(CaseId id, String follower) {}

  /** @param page on which this kind of case is followed; another kind's pages know nothing of it */
  public void open(CaseId id, String page, String follower, HttpServletRequest request) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    var session = request.getSession();
    session.setAttribute(CASE, id.toString());
    session.setAttribute(PAGE, page);
    session.setAttribute(FOLLOWER, follower);
    session.setAttribute(SEEN, clock.instant().toEpochMilli());
  }

  /** What is followed on that page. */
  public Optional<Followed> current(String page, HttpServletRequest request) {
    return page(request).filter(page::equals).map(same -> new Followed(
        CaseId.of((String) request.getSession(false).getAttribute(CASE)),
        (String) request.getSession(false).getAttribute(FOLLOWER)));
  }

  /** The page of whatever is followed. */
  public Optional<String> page(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(PAGE) instanceof String page)
        || !(session.getAttribute(SEEN) instanceof Long seen)) {
      return Optional.empty();
    }
    var now = clock.instant();
    if (Instant.ofEpochMilli(seen).plus(IDLE).isBefore(now)) {
      forget(session);
      return Optional.empty();
    }
    session.setAttribute(SEEN, now.toEpochMilli());
    return Optional.of(page);
  }

  public void leave(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      forget(session);
    }
  }

  private static void forget(HttpSession session) {
    session.removeAttribute(CASE);
    session.removeAttribute(PAGE);
    session.removeAttribute(FOLLOWER);
    session.removeAttribute(SEEN);
  }
}
