package org.petitiondesk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.SubstituteWork;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.NamedItem;
import org.petitiondesk.web.Reader;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A controller that has an {@link Actor} as parameter gets who is asking: the person, the program or the public. Where
 * an item is worked on, the person may come for the absent colleague whose item it is.
 */
@Configuration(proxyBeanMethods = false)
class ActorConfig implements WebMvcConfigurer {

  static {
    // Not a parameter that a program could send.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
  }

  private final SubstituteWork substituteWork;

  ActorConfig(SubstituteWork substituteWork) {
    this.substituteWork = substituteWork;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ActorResolver(substituteWork));
  }

  static final class ActorResolver implements HandlerMethodArgumentResolver {

    private final SubstituteWork substituteWork;

    ActorResolver(SubstituteWork substituteWork) {
      this.substituteWork = substituteWork;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
        WebDataBinderFactory binders) {
      var authentication = SecurityContextHolder.getContext().getAuthentication();
      if (authentication == null || !(authentication.getPrincipal() instanceof Reader reader)) {
        return Actor.PUBLIC;
      }
      if (!parameter.hasMethodAnnotation(ItemWork.class)) {
        return reader.actor();
      }
      var asked = request.getNativeRequest(HttpServletRequest.class);
      return NamedItem.in(asked).map(item -> substituteWork.on(item, caseOf(parameter, asked), reader.actor()))
          .orElse(reader.actor());
    }

    /** The case in whose pages the item is worked on: another one's item gives no right there. */
    private static Optional<CaseId> caseOf(MethodParameter parameter, HttpServletRequest asked) {
      return Stream.of(parameter.getMethod().getParameterTypes()).anyMatch(CaseId.class::equals)
          ? NamedItem.caseIn(asked)
          : Optional.empty();
    }
  }
}
