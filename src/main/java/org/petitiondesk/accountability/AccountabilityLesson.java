package org.petitiondesk.accountability;

import org.petitiondesk.engine.ProcessVariable;

/** Names of {@code processes/accountability/accountability_lesson.bpmn}: one reader reads one lesson. */
public final class AccountabilityLesson {

  public static final String KEY = "accountability_lesson";

  public static final String USER_READ = "user_read_lesson";
  public static final String END_READ = "end_lesson_read";

  public static final ProcessVariable<String> LESSON_ID = ProcessVariable.text("lessonId");
  /** Where the reader works, {@code role@unit}. */
  public static final ProcessVariable<String> READERS = ProcessVariable.text("readers");
  public static final ProcessVariable<String> READER = ProcessVariable.text("reader");
  /** End of the last day: ISO 8601 with offset. */
  public static final ProcessVariable<String> READ_BY = ProcessVariable.text("readBy");

  private AccountabilityLesson() {}
}
