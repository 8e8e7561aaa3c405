package org.petitiondesk.web;

import java.util.List;

/**
 * One thing that an administrator looks after: a page of the administration. The first page of the administration lists
 * all of them in order and says what is missing.
 */
public interface SetUpStep {

  /** What is set up first has the lowest number: units need places, accounts need units. */
  int order();

  /** {@code units}, for the page {@code /administration/units}. */
  String page();

  /** Messages key of its name; the same key with {@code .why} says what it is for. */
  String name();

  /** How many there are. */
  long count();

  /** What still keeps people from working, one sentence each; empty when nothing does. */
  List<Gap> gaps();

  /**
   * @param sentence messages key
   */
  record Gap(String sentence, List<Object> arguments) {

    public static Gap of(String sentence, Object... arguments) {
      return new Gap(sentence, List.of(arguments));
    }
  }
}
