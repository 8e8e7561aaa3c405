package org.petitiondesk.people.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Tells a desktop modeller that it may not, in the form in which the engine's own interface does. */
class ModelerProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final ObjectMapper json;
  private final MessageSource messages;

  ModelerProblems(ObjectMapper json, MessageSource messages) {
    this.json = json;
    this.messages = messages;
  }

  @Override
  public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
      throws IOException {
    answer(request, response, HttpStatus.UNAUTHORIZED, "people.modeler.no-log-in");
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
      throws IOException {
    answer(request, response, HttpStatus.FORBIDDEN, "people.modeler.forbidden");
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    json.writeValue(response.getWriter(),
        Map.of("type", "AuthorizationException", "message", messages.getMessage(key, null, request.getLocale())));
  }
}
