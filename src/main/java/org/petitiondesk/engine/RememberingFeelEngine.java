package org.petitiondesk.engine;

import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Reads each expression of a decision table once. The engine's own would parse every cell again at every question, which
 * was a quarter of the whole work of a petition.
 */
class RememberingFeelEngine extends ScalaFeelEngine {

  /** More than all tables of an installation hold; a text beyond that is parsed each time. */
  private static final int CELLS = 20_000;

  RememberingFeelEngine() {
    super(List.of());
  }

  @Override
  protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions,
      ValueMapper.CompositeValueMapper values) {
    return new Remembering(functions, values);
  }

  // Deprecated for callers outside; the evaluation itself still goes through these two.
  @SuppressWarnings("deprecation")
  private static final class Remembering extends FeelEngine {

    private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
    private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();

    Remembering(CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper values) {
      super(functions, values, new Configuration(false), FeelEngine.defaultClock());
    }

    @Override
    public Either<Failure, ParsedExpression> parseExpression(String text) {
      return remembered(expressions, text, super::parseExpression);
    }

    @Override
    public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
      return remembered(tests, text, super::parseUnaryTests);
    }

    private static Either<Failure, ParsedExpression> remembered(Map<String, Either<Failure, ParsedExpression>> known,
        String text, Function<String, Either<Failure, ParsedExpression>> parse) {
      var parsed = known.get(text);
      if (parsed != null) {
        return parsed;
      }
      return known.size() < CELLS ? known.computeIfAbsent(text, parse) : parse.apply(text);
    }
  }
}
