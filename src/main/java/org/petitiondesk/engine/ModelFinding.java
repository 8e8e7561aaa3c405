package org.petitiondesk.engine;

import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * Something in a model that may not run here.
 *
 * @param construct as a designer finds it in the file, {@code camunda:class}
 * @param element id of the element that carries it, or its name in the file where it has none
 * @param line of the file, from 1; 0 when it is about the whole file
 */
public record ModelFinding(String construct, Reason reason, String element, int line) {

  /** Why not; its sentence is the message {@code engine.guard.<reason>}. */
  public enum Reason {
    /** It would run code that comes with the file. */
    CODE,
    /** It names something that is none of the desk's verbs. */
    UNKNOWN_VERB,
    /** It does more than read and compare facts. */
    NOT_A_FACT,
    /** Its answer could take for ever. */
    BOUNDLESS,
    /** It loads something from elsewhere. */
    ELSEWHERE,
    /** The case could stand there for ever, and nobody would be told. */
    NO_ALARM,
    /** It would stand on nobody's list. */
    NOBODYS,
    /** It can not be read. */
    UNREADABLE,
    /** It is larger or deeper than any model that people can read. */
    TOO_LARGE,
    /** The desk runs BPMN, DMN and forms, nothing else. */
    NO_MODEL,
    /** The file holds another model than the draft is for, or several. */
    OTHER_KEY,
    /** The desk's own code relies on it, and it is missing or another one. */
    RELIED_ON,
    /** Nobody gives the table this fact. */
    NOT_GIVEN,
    /** No page of the desk finishes the task. */
    NO_FORM,
    /** There is no such process or table in force. */
    NOT_IN_FORCE,
    /** The engine can not read it. */
    NOT_RUNNABLE,
    /** No page of the desk can show this field, or keep its value. */
    NOT_SHOWN,
    /** A form says what it says and calculates nothing. */
    CALCULATES,
    /** It stands there twice, or without a value. */
    TWICE,
    /** There is no such group: a role of the desk in a unit of the matter. */
    NO_GROUP,
    /** The verb serves another kind of process. */
    OTHER_VERB,
    /** It would act for another matter than that of its own run. */
    OTHER_MATTER,
    /** The verb has no such field, or the field can not hold this. */
    WRONG_FIELD
  }

  /** A form that is no JSON; where nesting is too deep the parser does not say where. */
  public static ModelFinding noJson(JsonProcessingException problem) {
    var line = problem.getLocation() == null ? 0 : Math.max(0, problem.getLocation().getLineNr());
    return new ModelFinding("JSON", Reason.UNREADABLE, "file", line);
  }

  @Override
  public String toString() {
    return line == 0 ? construct : construct + " at " + element + ", line " + line;
  }
}
