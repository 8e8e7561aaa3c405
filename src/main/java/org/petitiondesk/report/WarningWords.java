package org.petitiondesk.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.casefile.Categories;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.Units;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a warning in words; templates ask it as {@code @warningWords}. */
@Component("warningWords")
public class WarningWords {

  private final Categories categories;
  private final Territories territories;
  private final Units units;
  private final WarningSettings settings;
  private final MessageSource messages;

  WarningWords(Categories categories, Territories territories, Units units, WarningSettings settings,
      MessageSource messages) {
    this.categories = categories;
    this.territories = territories;
    this.units = units;
    this.settings = settings;
    this.messages = messages;
  }

  /** 集中反映：望湖街道河畔社区 · 环境保护. */
  public String title(WarningSubject subject) {
    return text("report.title." + subject.kind(), about(subject));
  }

  /** What it is about, the place first. */
  public String about(WarningSubject subject) {
    return Stream.of(subject.place().isEmpty() ? "" : territories.fullName(subject.place()),
        subject.category().isEmpty() ? "" : categories.name(subject.category()),
        subject.unit().isEmpty() ? "" : units.name(subject.unit())).filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** Why it is a warning, with the figures. */
  public String why(Warning warning) {
    var history = warning.history();
    if (warning.subject().kind() == WarningKind.STANDSTILL) {
      return text("report.why.STANDSTILL", history.now(), warning.idleDays());
    }
    return text("report.why." + warning.subject().kind(), history.now()) + (history.isKnown()
        ? text("report.why.history", history.before().size(), figure(history.median()), history.usualUpTo())
        : text("report.why.no-history"));
  }

  /** As this place names the level, or as it is usual. */
  public String level(String code) {
    return settings.level(code).map(WarningSettings.Level::name).filter(name -> !name.isEmpty())
        .orElseGet(() -> messages.getMessage("report.level." + code.toLowerCase(Locale.ROOT), null, code, locale()));
  }

  /** A colour of the design. */
  public String colour(String code) {
    return settings.level(code).map(WarningSettings.Level::colour).orElse("secondary");
  }

  /** The codes, the most serious first. */
  public List<String> levels() {
    return settings.levels().stream().map(WarningSettings.Level::code).toList();
  }

  private String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  /** Without a reader, as at night, in the language of the office. */
  private static Locale locale() {
    return LocaleContextHolder.getLocaleContext() == null ? Locale.SIMPLIFIED_CHINESE : LocaleContextHolder.getLocale();
  }

  private static String figure(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
