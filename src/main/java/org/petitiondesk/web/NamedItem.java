package org.petitiondesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;
import org.springframework.web.servlet.HandlerMapping;

/** The work item that a request is about: {@code item} in its path or among the fields of its form. */
public final class NamedItem {

  private static final String ITEM = "item";
  private static final String CASE = "id";

  private NamedItem() {}

  public static Optional<String> in(HttpServletRequest request) {
    return inPath(request, ITEM).or(() -> Optional.ofNullable(request.getParameter(ITEM)));
  }

  /** The case whose item it is, {@code id} in the path; empty where the path names the item alone. */
  public static Optional<CaseId> caseIn(HttpServletRequest request) {
    return inPath(request, CASE).map(CaseId::of);
  }

  private static Optional<String> inPath(HttpServletRequest request, String name) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
        && path.get(name) instanceof String value
            ? Optional.of(value)
            : Optional.empty();
  }
}
