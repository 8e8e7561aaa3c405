package org.petitiondesk.engine;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * The name of a step as an argument of a sentence, in the reader's language: the module that a process is named after may
 * have words for its steps; else the name that was drawn.
 */
public final class StepName extends DefaultMessageSourceResolvable {

  private static final long serialVersionUID = 1L;

  private StepName(String code, String drawn) {
    super(new String[]{code}, drawn);
  }

  public static StepName of(String processKey, String key, String drawn) {
    return new StepName(processKey.replaceFirst("_.*", "") + ".task." + key, drawn);
  }
}
