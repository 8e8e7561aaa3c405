package org.petitiondesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** The page that a form was sent from. */
public final class Referers {

  private Referers() {}

  /** Path and query alone: whatever host the header names, the way leads to a page of ours. */
  public static Optional<String> page(HttpServletRequest request) {
    var referer = request.getHeader("Referer");
    if (referer == null) {
      return Optional.empty();
    }
    try {
      var address = URI.create(referer);
      var path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
      return Optional.of(path).filter(Referers::isOurs);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@code //host} and {@code /\host} would leave us. */
  public static boolean isOurs(String path) {
    return path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0
        && path.chars().noneMatch(Character::isISOControl);
  }
}
