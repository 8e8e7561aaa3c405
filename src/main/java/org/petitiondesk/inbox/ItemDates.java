package org.petitiondesk.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.petitiondesk.kernel.CaseDates;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;

/** The open items of a case: their days, who holds them, and which half-filled forms wait in them. */
@Component
class ItemDates implements CaseDates {

  private final WorkItems items;
  private final Drafts drafts;

  ItemDates(WorkItems items, Drafts drafts) {
    this.items = items;
    this.drafts = drafts;
  }

  @Override
  public Map<String, String> of(CaseId id) {
    var dates = new LinkedHashMap<String, String>();
    for (var item : items.openOf(List.of(id))) {
      dates.put(item.name() + " " + item.id(), item.standing() + " " + item.assignee().orElse("") + " "
          + drafts.writers(item.id()));
    }
    return dates;
  }
}
