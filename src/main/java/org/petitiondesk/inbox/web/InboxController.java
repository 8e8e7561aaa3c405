package org.petitiondesk.inbox.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.petitiondesk.inbox.Severity;
import org.petitiondesk.inbox.WorkList;
import org.petitiondesk.inbox.WorkListQuery;
import org.petitiondesk.inbox.WorkListTab;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The work list. */
@Controller
class InboxController {

  private static final int TEXT_LENGTH = 100;

  private final WorkList workList;
  private final ItemRows rows;

  InboxController(WorkList workList, ItemRows rows) {
    this.workList = workList;
    this.rows = rows;
  }

  @GetMapping("/inbox")
  @PreAuthorize("isAuthenticated()")
  ModelAndView list(@RequestParam(defaultValue = "todo") String tab, @RequestParam(defaultValue = "") String severity,
      @RequestParam(defaultValue = "") String q, @RequestParam Optional<String> after, Actor actor) {
    var text = q.length() <= TEXT_LENGTH ? q : q.substring(0, TEXT_LENGTH);
    var query = new WorkListQuery(named(WorkListTab.values(), tab).orElse(WorkListTab.TODO),
        named(Severity.values(), severity), text, after.filter(cursor -> !cursor.isBlank()));
    var page = workList.page(query, actor);
    return new ModelAndView("inbox/list").addObject("query", query).addObject("tabs", WorkListTab.values())
        .addObject("severities", Severity.values()).addObject("counts", workList.counts(actor))
        .addObject("rows", rows.of(page.rows(), actor)).addObject("next", page.next().orElse(null))
        .addObject("leads", actor.has(Role.LEADER));
  }

  @GetMapping("/inbox/load")
  @PreAuthorize("hasRole('LEADER')")
  ModelAndView load(Actor actor) {
    return new ModelAndView("inbox/load").addObject("colleagues", workList.load(actor));
  }

  /** An address that somebody typed or that has grown old shows the plain list instead of an error. */
  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(name.toUpperCase(Locale.ROOT))).findFirst();
  }
}
