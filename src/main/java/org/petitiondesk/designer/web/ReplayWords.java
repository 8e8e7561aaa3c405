package org.petitiondesk.designer.web;

import java.util.Map;
import org.petitiondesk.designer.ReplayLine;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.petitiondesk.web.Show;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** For templates, as {@code @replayWords}: the numbers of a replay by the words that people know. */
@Component
public class ReplayWords {

  private final MessageSource messages;
  private final Units units;
  private final Show show;

  ReplayWords(MessageSource messages, Units units, Show show) {
    this.messages = messages;
    this.units = units;
    this.show = show;
  }

  public String subject(ReplayLine line) {
    return switch (line.kind()) {
      case LOAD -> units.find(line.subject()).map(Unit::name).orElse(line.subject());
      case DUE, LATE, IN_TIME -> word("calendar.kind.", line.subject());
      case ALARM -> word("escalation.action.", line.subject());
      default -> line.subject();
    };
  }

  public String before(ReplayLine line) {
    return switch (line.kind()) {
      case STUCK, UNTRIED -> show.sentence("designer.replay.reason." + line.before());
      default -> side(line, line.before());
    };
  }

  public String after(ReplayLine line) {
    return side(line, line.after());
  }

  /** How many cases the reader is not shown. */
  public long hidden(ReplayLine line, Map<CaseId, String> codes) {
    return line.count() - line.cases().stream().filter(codes::containsKey).count();
  }

  private String side(ReplayLine line, String text) {
    return switch (line.kind()) {
      case DUE -> term(text);
      case ANSWER -> text.isEmpty() ? show.sentence("designer.replay.unanswered") : text;
      default -> text;
    };
  }

  /** {@code 60 DAY} */
  private String term(String text) {
    var parts = text.split(" ");
    return parts.length == 2 ? parts[0] + " " + word("calendar.unit.", parts[1]) : text;
  }

  private String word(String group, String word) {
    return messages.getMessage(group + word, null, word, LocaleContextHolder.getLocale());
  }
}
