package org.petitiondesk.engine;

import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Right;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Reads each expression of a decision table once and makes the built-in functions once. The stock engine does both again
 * for every cell of every question, which was a quarter of the whole work of a petition.
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
    var clock = FeelEngine.defaultClock();
    var all = toScalaList(new BuiltinFunctions(clock, values), functions);
    return new Remembering(functions, values, clock, new FunctionProvider.CompositeFunctionProvider(all));
  }

  // Deprecated for callers outside; the evaluation itself still goes through these two.
  @SuppressWarnings("deprecation")
  private static final class Remembering extends FeelEngine {

    private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
    private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();

    private final FeelInterpreter interpreter;
    private final FunctionProvider allFunctions;

    Remembering(CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper values, FeelEngineClock clock,
        FunctionProvider allFunctions) {
      super(functions, values, new Configuration(false), clock);
      this.interpreter = new FeelInterpreter(values);
      this.allFunctions = allFunctions;
    }

    /** Whatever does not end in a plain value is asked again in the stock way, which knows how to complain. */
    @Override
    public Either<Failure, Object> eval(ParsedExpression expression, Context variables) {
      var context = EvalContext.create(valueMapper(), allFunctions).merge(variables);
      var value = interpreter.eval(expression.expression(), context);
      if (value instanceof ValError || !context.failureCollector().failures().isEmpty()) {
        return super.eval(expression, variables);
      }
      return new Right<>(valueMapper().unpackVal(value));
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
