package org.petitiondesk.engine;

import java.util.Map;

/**
 * One row of a decision table that matched.
 *
 * @param ruleId id of the row in the table
 * @param number of the row as people count them, from 1
 * @param annotation what the designer wrote beside the row: why it says so
 * @param outputs by output name
 */
public record FiredRow(String ruleId, int number, String annotation, Map<String, Object> outputs) {

  /** The output as text; empty when the row leaves it open. */
  public String text(String output) {
    var value = outputs.get(output);
    return value == null ? "" : value.toString();
  }

  public int number(String output) {
    return ((Number) outputs.get(output)).intValue();
  }

  public boolean flag(String output) {
    return Boolean.TRUE.equals(outputs.get(output));
  }
}
