package org.petitiondesk.escalation.web;

import java.util.Set;
import org.springframework.stereotype.Component;

/** Alarms in the words of the pages. */
@Component("alarmShow")
class AlarmShow {

  private static final Set<String> KNOWN = Set.of("before_5", "before_1", "due", "due_leader", "overdue_notice",
      "overdue_decision", "overdue_criticism", "overdue_supervision", "overdue_again", "urged", "chase");

  /** Key of a step's name; a step that the place has thought of itself has a general one. */
  public String step(String id) {
    var name = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
    return KNOWN.contains(name) ? name : "own";
  }
}
