package org.petitiondesk.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for what failed outside of a controller: in a filter, in the security chain, in a template. */
@Controller
class ProblemController implements ErrorController {

  private final ProblemAdvice advice;
  private final ProblemAnswers answers;

  ProblemController(ProblemAdvice advice, ProblemAnswers answers) {
    this.advice = advice;
    this.answers = answers;
  }

  @RequestMapping("/error")
  @PreAuthorize("permitAll()")
  Object answer(HttpServletRequest request) {
    var path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return answers.answer(problem(request), request, path == null ? "/error" : path);
  }

  private Problem problem(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable exception) {
      return advice.problem(exception, request);
    }
    // Somebody opened /error by hand: there is no such page.
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : 404;
    var status = HttpStatus.resolve(code);
    if (status == null || status.is5xxServerError()) {
      return advice.incident(null, request);
    }
    return advice.problem(status);
  }
}
