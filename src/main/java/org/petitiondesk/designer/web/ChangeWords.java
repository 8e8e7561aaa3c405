package org.petitiondesk.designer.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.petitiondesk.designer.ModelChange;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** For templates, as {@code @changeWords}: elements and fields of a model by the designer's words. */
@Component
public class ChangeWords {

  private final MessageSource messages;

  ChangeWords(MessageSource messages) {
    this.messages = messages;
  }

  /** {@code User task}; the word of the file where there is no other. */
  public String type(ModelChange change) {
    return word("designer.element.", change.type());
  }

  /** {@code Timer: duration} of {@code timerEventDefinition timeDuration}. */
  public String field(String name) {
    return Arrays.stream(name.split(" ")).map(part -> word("designer.field.", part)).collect(Collectors.joining(" "));
  }

  private String word(String group, String word) {
    return messages.getMessage(group + word, null, word, LocaleContextHolder.getLocale());
  }
}
