package org.petitiondesk.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** One problem, three listeners: a page for people, a fragment for htmx, a document for programs. */
@Component
class ProblemAnswers {

  Object answer(Problem problem, HttpServletRequest request, String path) {
    if (path.startsWith("/api/")) {
      return document(problem);
    }
    var wholePage = request.getHeader("HX-Request") == null || request.getHeader("HX-History-Restore-Request") != null;
    return wholePage ? page(problem) : fragment(problem);
  }

  private static ResponseEntity<ProblemDetail> document(Problem problem) {
    var document = ProblemDetail.forStatusAndDetail(problem.status(), problem.sentence());
    document.setTitle(problem.title());
    document.setProperty("key", problem.key());
    if (!problem.incident().isEmpty()) {
      document.setProperty("incident", problem.incident());
    }
    if (!problem.fields().isEmpty()) {
      document.setProperty("fields", problem.fields());
    }
    return ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(document);
  }

  private static ModelAndView page(Problem problem) {
    var page = new ModelAndView("web/problem", problem.status());
    page.addObject("problem", problem);
    page.addObject("layout", isLoggedIn() ? "web/layout" : "web/public");
    return page;
  }

  /** Lands in the alert area, wherever the request wanted to go: the layout's htmx settings say so. */
  private static ModelAndView fragment(Problem problem) {
    var fragment = new ModelAndView("web/problem :: alert", problem.status());
    fragment.addObject("problem", problem);
    return fragment;
  }

  private static boolean isLoggedIn() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.isAuthenticated()
        && !(authentication instanceof AnonymousAuthenticationToken);
  }
}
