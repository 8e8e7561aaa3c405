package org.petitiondesk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Rows of a form are named {@code rows[0].text}. What names a row otherwise was sent by a program: the binder would
 * stumble over it, so it is a bad request before a form is read.
 */
@Component
@ControllerAdvice
class FieldNames implements HandlerInterceptor {

  private static final int ROWS = 1_000;
  /** Rows are counted up to one below {@link #ROWS}, and a row holds fields, never rows of its own number. */
  private static final Pattern NAME = Pattern.compile("[^\\[\\]]+(\\[[0-9]{1,3}](\\.[^\\[\\]]+|$))*");

  @InitBinder
  void rows(WebDataBinder binder) {
    binder.setAutoGrowCollectionLimit(ROWS);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    for (var name : Collections.list(request.getParameterNames())) {
      if (name.indexOf('[') >= 0 && !NAME.matcher(name).matches()) {
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
      }
    }
    return true;
  }
}
