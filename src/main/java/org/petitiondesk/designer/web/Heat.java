package org.petitiondesk.designer.web;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.petitiondesk.engine.StepFigure;

/** By which figure the steps on the picture are coloured. */
public enum Heat {
  RUNNING(StepFigure::running), WAITING(StepFigure::waiting), TIME(
      figure -> figure.median().map(time -> time.toMinutes()).orElse(0L)), FAILED(StepFigure::failed);

  private static final int LEVELS = 4;

  private final ToLongFunction<StepFigure> figure;

  Heat(ToLongFunction<StepFigure> figure) {
    this.figure = figure;
  }

  /** What a page asks for; the first one for anything else. */
  static Heat of(String text) {
    return List.of(values()).stream().filter(heat -> heat.key().equals(text)).findFirst().orElse(RUNNING);
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** 0 for nothing, else 1 to 4 by its share of the most. */
  public int level(StepFigure step, List<StepFigure> all) {
    var value = figure.applyAsLong(step);
    var most = all.stream().mapToLong(figure).max().orElse(0);
    return value <= 0 ? 0 : (int) Math.max(1, (value * LEVELS + most - 1) / most);
  }
}
