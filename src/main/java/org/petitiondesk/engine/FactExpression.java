package org.petitiondesk.engine;

import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an expression of a model may say: facts of the process, compared and combined, and questions to the beans that
 * are there for it. No other call, no element of a list or map by a computed name, nothing of the engine but the ids of
 * the run.
 */
final class FactExpression {

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^{}]*)}");
  private static final Pattern TOKEN = Pattern.compile("""
      \\s*(?:(?<text>'(?:[^'\\\\]|\\\\.)*+'|"(?:[^"\\\\]|\\\\.)*+")|(?<number>\\d+(?:\\.\\d+)?)\
      |(?<path>[A-Za-z_]\\w*(?:\\s*\\.\\s*[A-Za-z_]\\w*)*)(?<call>\\s*\\()?\
      |(?<sign>==|!=|<=|>=|&&|\\|\\||[<>!?:+*/%(),]|-(?!>)))""");

  /** Longer or deeper than any that people can read; the engine reads an expression by recursion. */
  private static final int LONGEST = 1000;
  private static final int DEEPEST = 20;

  /** What the engine itself puts into reach of an expression, and what may be read of it. */
  private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task", "caseExecution", "externalTask",
      "authenticatedUserId", "currentUser", "currentUserGroups", "processEngine", "connector", "exception");
  private static final Set<String> IDS = Set.of("execution.processBusinessKey", "execution.businessKey",
      "execution.processInstanceId");

  private static final Set<String> OF_EVERY_OBJECT = Stream.of(Object.class.getMethods()).map(Method::getName)
      .collect(Collectors.toSet());
  /** Leads from a fact to the machine below it. */
  private static final Set<String> OF_JAVA = Set.of("class", "classLoader", "module", "protectionDomain");

  private FactExpression() {}

  static boolean isExpression(String text) {
    return text.contains("${") || text.contains("#{");
  }

  /** Whether every expression in the text only reads and compares; {@code asks} says which bean may be asked. */
  static boolean isHarmless(String text, Predicate<String> asks) {
    var rest = new StringBuilder();
    var expressions = EXPRESSION.matcher(text);
    while (expressions.find()) {
      if (!isFact(expressions.group(1), asks)) {
        return false;
      }
      expressions.appendReplacement(rest, "");
    }
    expressions.appendTail(rest);
    return !isExpression(rest.toString());
  }

  /** The facts that the expressions in a text read: the first word of each path. */
  static Set<String> names(String text) {
    return EXPRESSION.matcher(text).results().flatMap(found -> TOKEN.matcher(found.group(1)).results())
        .map(token -> token.group(3)).filter(Objects::nonNull).map(path -> path.split("\\W")[0])
        .collect(Collectors.toSet());
  }

  private static boolean isFact(String expression, Predicate<String> asks) {
    if (expression.length() > LONGEST || expression.chars().filter(sign -> sign == '(').count() > DEEPEST) {
      return false;
    }
    var tokens = TOKEN.matcher(expression);
    var end = 0;
    while (tokens.find() && tokens.start() == end) {
      if (tokens.group("path") != null && !isAllowed(tokens, asks)) {
        return false;
      }
      end = tokens.end();
    }
    return expression.substring(end).isBlank();
  }

  private static boolean isAllowed(Matcher token, Predicate<String> asks) {
    var path = token.group("path").replaceAll("\\s", "");
    var steps = path.split("\\.");
    if (token.group("call") != null && !(Set.of("empty", "not", "and", "or").contains(path))) {
      return steps.length == 2 && asks.test(steps[0]) && !OF_EVERY_OBJECT.contains(steps[1]);
    }
    if (Stream.of(steps).anyMatch(OF_JAVA::contains)) {
      return false;
    }
    return !OF_THE_ENGINE.contains(steps[0]) || IDS.contains(path);
  }
}
