package org.petitiondesk.inbox.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.petitiondesk.inbox.Severity;
import org.petitiondesk.inbox.WorkList;
import org.petitiondesk.inbox.WorkListQuery;
import org.petitiondesk.inbox.WorkListTab;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import jakarta.validation.Valid;

/** The work list and its verbs. */
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

  /** Leads to the page where the work is done; when it is done already, says by whom and when. */
  @GetMapping("/inbox/items/{id}")
  @PreAuthorize("isAuthenticated()")
  String open(@PathVariable String id, Actor actor) {
    var row = rows.of(workList.open(id, actor), actor);
    return "redirect:" + (row.actionable() ? row.item().route() : row.href());
  }

  @PostMapping("/inbox/items/{id}/claim")
  @PreAuthorize("isAuthenticated()")
  String claim(@PathVariable String id, @RequestParam int version, Actor actor, RedirectAttributes redirect) {
    workList.claim(id, version, actor);
    Forms.done(redirect, "inbox.done.claimed");
    return "redirect:/inbox";
  }

  @PostMapping("/inbox/items/{id}/release")
  @PreAuthorize("isAuthenticated()")
  String release(@PathVariable String id, @RequestParam int version, Actor actor, RedirectAttributes redirect) {
    workList.release(id, version, actor);
    Forms.done(redirect, "inbox.done.released");
    return "redirect:/inbox";
  }

  @GetMapping("/inbox/items/{id}/give")
  @PreAuthorize("hasRole('LEADER')")
  ModelAndView colleagues(@PathVariable String id, Actor actor) {
    var item = workList.open(id, actor);
    return give(id, actor).addObject("form", new GiveItemForm(item.assignee().orElse(""), item.version()));
  }

  @PostMapping("/inbox/items/{id}/give")
  @PreAuthorize("hasRole('LEADER')")
  ModelAndView give(@PathVariable String id, @Valid @ModelAttribute("form") GiveItemForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    if (!errors.hasErrors()) {
      try {
        workList.give(id, form.version(), form.account(), actor);
        Forms.done(redirect, "inbox.done.given");
        return new ModelAndView("redirect:/inbox?tab=all");
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    var again = give(id, actor);
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  @GetMapping("/inbox/load")
  @PreAuthorize("hasRole('LEADER')")
  ModelAndView load(Actor actor) {
    return new ModelAndView("inbox/load").addObject("colleagues", workList.load(actor));
  }

  private ModelAndView give(String id, Actor actor) {
    var item = workList.open(id, actor);
    return new ModelAndView("inbox/give").addObject("row", rows.of(item, actor)).addObject("colleagues",
        workList.candidates(item, actor));
  }

  /** An address that somebody typed or that has grown old shows the plain list instead of an error. */
  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(name.toUpperCase(Locale.ROOT))).findFirst();
  }
}
