package org.petitiondesk.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.petitiondesk.inbox.Drafts;
import org.petitiondesk.web.NamedItem;
import org.petitiondesk.web.Reader;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A form of an item that was taken has no draft any more, also where the item stays open, as after a note. Taken is what
 * leads to another page; a form that is shown again keeps its draft.
 */
@Configuration(proxyBeanMethods = false)
class TakenForms implements WebMvcConfigurer, HandlerInterceptor {

  private final Drafts drafts;

  TakenForms(Drafts drafts) {
    this.drafts = drafts;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    // The verbs of the work list name items too, and take nobody's text.
    registry.addInterceptor(this).excludePathPatterns("/inbox/**");
  }

  @Override
  public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
      Exception exception) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (request.getMethod().equals("POST") && HttpStatusCode.valueOf(response.getStatus()).is3xxRedirection()
        && authentication != null && authentication.getPrincipal() instanceof Reader reader) {
      NamedItem.in(request).ifPresent(item -> drafts.discard(item, reader.actor()));
    }
  }
}
