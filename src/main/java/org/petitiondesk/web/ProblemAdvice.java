package org.petitiondesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.List;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.DeskException;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.NullValueInNestedPathException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** The one place where exceptions become answers: what people did is explained, what is broken gets a number. */
@ControllerAdvice
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  // Without I, L, O, U, 0 and 1: the number is read out over the telephone.
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final MessageSource messages;
  private final ProblemAnswers answers;
  private final Show show;

  ProblemAdvice(MessageSource messages, ProblemAnswers answers, Show show) {
    this.messages = messages;
    this.answers = answers;
    this.show = show;
  }

  /** Spring Security decides: the log-in page for strangers, 403 for others. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void leaveToSecurity(RuntimeException exception) {
    throw exception;
  }

  /** The reader has gone; there is nobody to answer. */
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void nobodyListens() {}

  @ExceptionHandler(Exception.class)
  Object answer(Exception exception, HttpServletRequest request) {
    return answers.answer(problem(exception, request), request, request.getRequestURI());
  }

  Problem problem(Throwable exception, HttpServletRequest request) {
    if (exception instanceof DeskException explained) {
      return problem(status(explained), explained.key(), explained.arguments().toArray());
    }
    if (exception instanceof BindException form) {
      return form(form);
    }
    if (isStale(exception)) {
      return problem(HttpStatus.CONFLICT, "web.problem.409.text");
    }
    if (exception instanceof TypeMismatchException || exception instanceof HttpMessageNotReadableException
        || namesNoField(exception)) {
      return problem(HttpStatus.BAD_REQUEST, "web.problem.400.text");
    }
    if (exception instanceof MaxUploadSizeExceededException) {
      return problem(HttpStatus.PAYLOAD_TOO_LARGE, "web.problem.413.text");
    }
    if (exception instanceof ErrorResponse answer && answer.getStatusCode().is4xxClientError()) {
      return problem(HttpStatus.valueOf(answer.getStatusCode().value()));
    }
    return incident(exception, request);
  }

  /** A status that the container or a filter chose; its sentence is the general one. */
  Problem problem(HttpStatus status) {
    var key = "web.problem." + status.value() + ".text";
    return problem(status, isKnown(key) ? key : "web.problem.400.text");
  }

  Problem incident(Throwable exception, HttpServletRequest request) {
    var number = number();
    LOG.error("Incident {}: {} {}", number, request.getMethod(), request.getRequestURI(), exception);
    return new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "web.problem.500.text", show.sentence("web.problem.500.title"),
        show.sentence("web.problem.500.text", number), number, List.of());
  }

  private Problem problem(HttpStatus status, String key, Object... arguments) {
    return new Problem(status, key, title(status), show.sentence(key, arguments), "", List.of());
  }

  private Problem form(BindException form) {
    var fields = form.getAllErrors().stream()
        .map(error -> new Problem.FieldProblem(error instanceof FieldError at ? at.getField() : "",
            messages.getMessage(error, LocaleContextHolder.getLocale())))
        .toList();
    return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "web.problem.422.text", title(HttpStatus.UNPROCESSABLE_ENTITY),
        show.sentence("web.problem.422.text"), "", fields);
  }

  private String title(HttpStatus status) {
    var key = "web.problem." + status.value() + ".title";
    return show.sentence(isKnown(key) ? key : "web.problem.400.title");
  }

  private boolean isKnown(String key) {
    return messages.getMessage(key, null, null, LocaleContextHolder.getLocale()) != null;
  }

  private static HttpStatus status(DeskException exception) {
    if (exception instanceof NotFound) {
      return HttpStatus.NOT_FOUND;
    }
    if (exception instanceof Conflict) {
      return HttpStatus.CONFLICT;
    }
    return exception instanceof Forbidden ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /** A row of what has no rows, or far behind the others. Other subclasses are mistakes of ours. */
  private static boolean namesNoField(Throwable exception) {
    return exception.getClass() == InvalidPropertyException.class
        || exception instanceof NullValueInNestedPathException;
  }

  /** Two people at once: the database or the engine has let one of them win. */
  private static boolean isStale(Throwable exception) {
    for (var cause = exception; cause != null; cause = cause.getCause()) {
      // By name: this module knows nothing about the engine.
      if (cause instanceof OptimisticLockingFailureException || cause instanceof PessimisticLockingFailureException
          || cause.getClass().getSimpleName().equals("OptimisticLockingException")) {
        return true;
      }
    }
    return false;
  }

  private static String number() {
    var number = new StringBuilder();
    for (var i = 0; i < 8; i++) {
      number.append(i == 4 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return number.toString();
  }
}
