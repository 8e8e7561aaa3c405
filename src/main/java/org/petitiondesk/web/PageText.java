package org.petitiondesk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** A page as text instead of as the answer: for what is packed into a file. */
@Component
public class PageText {

  private final SpringTemplateEngine engine;
  private final ApplicationContext beans;

  PageText(SpringTemplateEngine engine, ApplicationContext beans) {
    this.engine = engine;
    this.beans = beans;
  }

  public String of(String template, Map<String, Object> model, HttpServletRequest request,
      HttpServletResponse response) {
    var exchange = JakartaServletWebApplication.buildApplication(request.getServletContext()).buildExchange(request,
        response);
    var context = new WebContext(exchange, LocaleContextHolder.getLocale(), model);
    context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
        new ThymeleafEvaluationContext(beans, null));
    return engine.process(template, context);
  }
}
