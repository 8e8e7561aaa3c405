package org.petitiondesk.accountability;

/** The facts as one side states them. */
public record FactStatement(Side side, String words) {

  public enum Side {
    PETITIONER, UNIT
  }
}
