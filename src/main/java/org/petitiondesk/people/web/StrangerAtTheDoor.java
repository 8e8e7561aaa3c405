package org.petitiondesk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends people without a session to the log-in; a part of a page asks for the whole page first. */
class StrangerAtTheDoor implements AuthenticationEntryPoint {

  @Override
  public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
      throws IOException {
    if (isFragment(request)) {
      refresh(response);
    } else {
      response.sendRedirect(request.getContextPath() + "/login");
    }
  }

  static boolean isFragment(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null;
  }

  static void refresh(HttpServletResponse response) {
    response.setHeader("HX-Refresh", "true");
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
  }
}
