package org.petitiondesk.people.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.petitiondesk.web.Referers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A form that was opened before somebody logged in again carries an old token. It is opened anew, and the browser puts
 * back what was typed. Every other refusal is a plain 403.
 */
class StaleForm implements AccessDeniedHandler {

  private final AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
      throws IOException, ServletException {
    var page = Referers.page(request);
    if (exception instanceof CsrfException && StrangerAtTheDoor.isFragment(request)) {
      StrangerAtTheDoor.refresh(response);
    } else if (exception instanceof CsrfException && page.isPresent()) {
      response.setHeader(HttpHeaders.LOCATION, page.get());
      response.setStatus(HttpStatus.SEE_OTHER.value());
    } else {
      refuse.handle(request, response, exception);
    }
  }
}
