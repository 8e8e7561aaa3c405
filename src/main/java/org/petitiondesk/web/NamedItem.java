package org.petitiondesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.servlet.HandlerMapping;

/** The work item that a request is about: {@code item} in its path or among the fields of its form. */
public final class NamedItem {

  private static final String ITEM = "item";

  private NamedItem() {}

  public static Optional<String> in(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
        && path.get(ITEM) instanceof String item
            ? Optional.of(item)
            : Optional.ofNullable(request.getParameter(ITEM));
  }
}
