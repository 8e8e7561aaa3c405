package org.petitiondesk.inbox.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.petitiondesk.casefile.Categories;
import org.petitiondesk.engine.StepName;
import org.petitiondesk.engine.TaskKinds;
import org.petitiondesk.inbox.WorkListFilter;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.Units;
import org.petitiondesk.web.Show;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a filter in words: what can be chosen, and what has been chosen. */
@Component
class FilterWords {

  private final TaskKinds taskKinds;
  private final Categories categories;
  private final Units units;
  private final Territories territories;
  private final Show show;
  private final MessageSource messages;

  FilterWords(TaskKinds taskKinds, Categories categories, Units units, Territories territories, Show show,
      MessageSource messages) {
    this.taskKinds = taskKinds;
    this.categories = categories;
    this.units = units;
    this.territories = territories;
    this.show = show;
    this.messages = messages;
  }

  /** A kind of step with its name in the reader's language. */
  record Kind(String id, String label) {}

  /**
   * One thing that was chosen.
   *
   * @param without address of the list without it
   */
  record Chosen(String label, String value, String without) {}

  List<Kind> kinds() {
    return taskKinds.all().stream().map(kind -> new Kind(kind.key(), task(kind.processKey(), kind.key(), kind.name())))
        .distinct().sorted(Comparator.comparing(Kind::label)).toList();
  }

  String task(String processKey, String key, String name) {
    return messages.getMessage(StepName.of(processKey, key, name), LocaleContextHolder.getLocale());
  }

  List<Chosen> chosen(WorkListFilter filter, ListAddress address) {
    var chosen = new ArrayList<Chosen>();
    add(chosen, address, "q", Optional.of(filter.text()).filter(text -> !text.isEmpty()));
    add(chosen, address, "kind", filter.kind().map(key -> kinds().stream().filter(kind -> kind.id().equals(key))
        .map(Kind::label).findFirst().orElse(key)));
    add(chosen, address, "category", filter.category().map(categories::label));
    add(chosen, address, "unit", filter.unit().map(units::name));
    add(chosen, address, "territory", filter.territory().map(id -> territories.find(id).isPresent()
        ? territories.get(id).name()
        : id));
    add(chosen, address, "due", filter.dueFrom().map(show::day));
    add(chosen, address, "dueTo", filter.dueTo().map(show::day));
    add(chosen, address, "since", filter.sinceFrom().map(show::day));
    add(chosen, address, "sinceTo", filter.sinceTo().map(show::day));
    return chosen;
  }

  private void add(List<Chosen> chosen, ListAddress address, String name, Optional<String> value) {
    value.ifPresent(text -> chosen.add(new Chosen(messages.getMessage("inbox.filter." + name.toLowerCase(Locale.ROOT),
        null, LocaleContextHolder.getLocale()), text, address.without(name))));
  }
}
