package org.petitiondesk.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** After a form: the next page is asked for with GET, so that a reload sends nothing twice. */
public final class SeeOther {

  private SeeOther() {}

  public static ModelAndView to(String path) {
    var view = new RedirectView(path, true);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExposeModelAttributes(false);
    view.setExpandUriTemplateVariables(false);
    return new ModelAndView(view);
  }
}
