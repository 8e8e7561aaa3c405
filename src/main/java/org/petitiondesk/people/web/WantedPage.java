package org.petitiondesk.people.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.petitiondesk.web.Referers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Remembers over the log-in which page somebody wanted. A form that was sent without a session leads back to the page
 * of the form, where the browser still has what was typed. Kept in a cookie: strangers get no session.
 */
class WantedPage implements RequestCache {

  private static final String COOKIE = "petition-desk-wanted";
  private static final int LONGEST = 2000;

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    if (StrangerAtTheDoor.isFragment(request)) {
      return;
    }
    page(request).filter(page -> page.length() < LONGEST).ifPresent(page -> {
      var value = Base64.getUrlEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8));
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(value, Duration.ofMinutes(30), request));
    });
  }

  @Override
  public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
    return remembered(request).map(SimpleSavedRequest::new).orElse(null);
  }

  @Override
  public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
    if (remembered(request).isPresent()) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
    }
  }

  private static Optional<String> page(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")) {
      return Referers.page(request);
    }
    var query = request.getQueryString();
    return Optional.of(request.getRequestURI() + (query == null ? "" : "?" + query));
  }

  private static Optional<String> remembered(HttpServletRequest request) {
    var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    return Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(COOKIE)).findFirst()
        .flatMap(cookie -> decoded(cookie.getValue())).filter(Referers::isOurs);
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String cookie(String value, Duration age, HttpServletRequest request) {
    return ResponseCookie.from(COOKIE, value).path("/").httpOnly(true).secure(request.isSecure()).sameSite("Lax")
        .maxAge(age).build().toString();
  }
}
