package org.petitiondesk.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * An audit entry in plain words, for templates as {@code @timeline}. A detail is shown when there is a name for it,
 * {@code detail.<key>}; a coded value is read as {@code detail.<key>.<VALUE>} where that exists. What only the audit
 * needs (hashes, ids) has no name and stays out of sight.
 */
@Component("timeline")
public class TimelineWords {

  private static final Set<String> UNITS = Set.of("unit", "leadUnit", "coUnits", "fromUnit", "toUnit", "hands",
      "above");
  private static final Set<String> ACCOUNTS = Set.of("account", "officer", "leader", "assignee", "before",
      "onBehalfOf", "receivers");
  /** Steps, and the detail that has their name as it was drawn. */
  private static final Map<String, String> STEPS = Map.of("task", "name", "backTo", "backToName");
  /** Details whose values are named elsewhere already. */
  private static final Map<String, String> NAMED_AS = Map.ofEntries(Map.entry("channel", "casefile.channel."),
      Map.entry("demandClass", "casefile.demand-class."), Map.entry("urgency", "casefile.urgency."),
      Map.entry("from", "casefile.status."), Map.entry("to", "casefile.status."),
      Map.entry("state", "casefile.closing-state."), Map.entry("method", "documents.method."),
      Map.entry("kind", "calendar.kind."), Map.entry("verdict", "petition.verdict."),
      Map.entry("solved", "petition.solved."), Map.entry("unitRating", "petition.satisfaction."),
      Map.entry("officeRating", "petition.satisfaction."));

  private final MessageSource messages;
  private final Units units;
  private final Accounts accounts;
  private final Categories categories;

  TimelineWords(MessageSource messages, Units units, Accounts accounts, Categories categories) {
    this.messages = messages;
    this.units = units;
    this.accounts = accounts;
    this.categories = categories;
  }

  /** One detail of an entry, both sides ready to be read. */
  public record Line(String name, String value) {}

  public List<TimelineKind> kinds() {
    return List.of(TimelineKind.values());
  }

  /** What was done; an act that nobody has named stands for itself. */
  public String act(AuditEntry entry) {
    return text("act." + entry.act(), entry.act());
  }

  public List<Line> lines(AuditEntry entry) {
    var lines = new ArrayList<Line>();
    entry.details().forEach((key, value) -> {
      var name = text("detail." + key, "");
      var said = value == null ? "" : STEPS.containsKey(key) ? step(entry, key) : said(key, value);
      if (!name.isEmpty() && !said.isBlank()) {
        lines.add(new Line(name, said));
      }
    });
    return lines;
  }

  /** The module that a process is named after may have words for its steps; else the name that was drawn. */
  private String step(AuditEntry entry, String key) {
    var process = String.valueOf(entry.details().get("process"));
    return text(process.replaceFirst("_.*", "") + ".task." + entry.details().get(key),
        String.valueOf(entry.details().get(STEPS.get(key))));
  }

  private String said(String key, Object value) {
    if (value instanceof Collection<?> many) {
      return many.stream().map(each -> said(key, each)).collect(Collectors.joining(text("detail.separator", ", ")));
    }
    if (value instanceof Boolean yes) {
      return text(yes ? "detail.yes" : "detail.no", "");
    }
    var plain = value.toString();
    if (UNITS.contains(key)) {
      return units.name(plain);
    }
    if (ACCOUNTS.contains(key)) {
      return accounts.name(plain);
    }
    if (key.equals("category")) {
      return categories.label(plain);
    }
    var named = NAMED_AS.get(key);
    return text("detail." + key + "." + plain, named == null ? plain : text(named + plain, plain));
  }

  private String text(String key, String otherwise) {
    return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
  }
}
