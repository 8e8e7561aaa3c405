package org.petitiondesk.inbox.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.inbox.Severity;
import org.petitiondesk.inbox.WorkListFilter;
import org.petitiondesk.inbox.WorkListQuery;
import org.petitiondesk.inbox.WorkListSort;
import org.petitiondesk.inbox.WorkListTab;
import org.petitiondesk.web.Asked;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address of a list, which holds all that was chosen, so that it can be sent to a colleague: each sees their own work
 * under it. What somebody mistyped or what has grown old is left out instead of being an error.
 *
 * @param q part of a title or of a case code
 * @param due from this day on, {@code dueTo} until that day
 * @param since opened from this day on, {@code sinceTo} until that day
 */
public record ListAddress(String tab, String severity, String kind, String category, String unit, String territory,
    String due, String dueTo, String since, String sinceTo, String q, String sort, String after) {

  /** Lists that only a text narrows. */
  private static final Set<WorkListTab> CASES = Set.of(WorkListTab.STARTED, WorkListTab.COPIED);

  WorkListQuery query() {
    var filter = new WorkListFilter(Asked.named(Severity.values(), severity), Asked.text(kind), Asked.text(category),
        Asked.text(unit),
        Asked.text(territory), Asked.day(due), Asked.day(dueTo), Asked.day(since), Asked.day(sinceTo),
        Asked.text(q).orElse(""));
    var list = Asked.named(WorkListTab.values(), tab).orElse(WorkListTab.TODO);
    return new WorkListQuery(list, CASES.contains(list) ? WorkListFilter.NONE.with(filter.text()) : filter,
        Asked.named(WorkListSort.values(), sort).filter(order -> order != WorkListSort.FINISHED)
            .orElse(WorkListSort.DUE),
        Asked.text(after));
  }

  /** Another list under the same filter. */
  public String tab(WorkListTab other) {
    return with("tab", other.name().toLowerCase(Locale.ROOT));
  }

  /** The same list from its beginning with one thing chosen otherwise; an empty value chooses nothing. */
  public String with(String name, String value) {
    var changed = first();
    changed.put(name, value);
    return written("/inbox", changed);
  }

  public String without(String... names) {
    var changed = first();
    Arrays.asList(names).forEach(changed::remove);
    return written("/inbox", changed);
  }

  public String next(String cursor) {
    return with("after", cursor);
  }

  /** Without any filter. */
  public String plain() {
    return "/inbox?tab=" + query().tab().name().toLowerCase(Locale.ROOT);
  }

  /** This list from its beginning. */
  public String itself() {
    return written("/inbox", first());
  }

  /** Where it gets a name. */
  public String saving() {
    return written("/inbox/filters", first());
  }

  /** What is kept of it under a name: all but the page. */
  String remembered() {
    return Optional.ofNullable(UriComponentsBuilder.fromUriString(itself()).build().getQuery()).orElse("");
  }

  private Map<String, String> first() {
    var values = values();
    values.remove("after");
    return values;
  }

  private static String written(String path, Map<String, String> values) {
    var address = UriComponentsBuilder.fromPath(path);
    values.forEach((name, value) -> {
      if (value != null && !value.isBlank()) {
        address.queryParam(name, "{" + name + "}");
      }
    });
    return address.encode().buildAndExpand(values).toUriString();
  }

  private Map<String, String> values() {
    var values = new LinkedHashMap<String, String>();
    values.put("tab", tab);
    values.put("severity", severity);
    values.put("kind", kind);
    values.put("category", category);
    values.put("unit", unit);
    values.put("territory", territory);
    values.put("due", due);
    values.put("dueTo", dueTo);
    values.put("since", since);
    values.put("sinceTo", sinceTo);
    values.put("q", Asked.text(q).orElse(""));
    values.put("sort", sort);
    values.put("after", after);
    values.values().removeIf(Objects::isNull);
    return values;
  }
}
