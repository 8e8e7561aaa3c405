package org.petitiondesk.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form in a dialog is sent by script, and a script can not learn where a redirect leads without following it: that
 * would use up the sentence which the next page shows once. So it is told the address and goes there itself.
 */
@Component
class DialogRedirect extends OncePerRequestFilter {

  static final String NEXT = "Dialog-Next";

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, request.getHeader("Dialog") == null ? response : new Told(response));
  }

  /** Says 204 and the address instead of 3xx. */
  private static class Told extends HttpServletResponseWrapper {

    Told(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void sendRedirect(String location) {
      setHeader(HttpHeaders.LOCATION, location);
      setStatus(HttpStatus.FOUND.value());
    }

    @Override
    public void setHeader(String name, String value) {
      super.setHeader(name.equalsIgnoreCase(HttpHeaders.LOCATION) ? NEXT : name, value);
    }

    @Override
    public void setStatus(int status) {
      super.setStatus(HttpStatus.valueOf(status).is3xxRedirection() ? HttpStatus.NO_CONTENT.value() : status);
    }
  }
}
