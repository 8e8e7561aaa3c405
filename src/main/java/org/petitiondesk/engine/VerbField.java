package org.petitiondesk.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A field that a designer fills in for a verb: an input parameter of the step with a literal value. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(VerbField.All.class)
public @interface VerbField {

  String name();

  Kind kind();

  /** What a field may hold. */
  enum Kind {
    /** A kind of clock, as in the decision table of terms. */
    CLOCK("[a-z][a-z0-9_]{0,39}"),
    /** Words for people, as they are. */
    TEXT("(?s)(?=.*\\S)(?!.*[$#]\\{).{1,500}"),
    /** Days, from one to a year. */
    DAYS("[1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|36[0-6]"),
    /** Who is told: a role of the desk in a unit of the matter. */
    GROUP(OwnProcess.GROUP),
    /** A unit of the matter, or any by its id. */
    UNIT(OwnProcess.UNIT);

    private final String pattern;

    Kind(String pattern) {
      this.pattern = pattern;
    }

    boolean holds(String value) {
      return value.matches(pattern);
    }
  }

  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface All {
    VerbField[] value();
  }
}
