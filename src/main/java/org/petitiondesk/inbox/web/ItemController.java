package org.petitiondesk.inbox.web;

import jakarta.validation.Valid;
import org.petitiondesk.inbox.ItemVerbs;
import org.petitiondesk.inbox.WorkList;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
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

/** One item, and the verbs on it. */
@Controller
class ItemController {

  private final WorkList workList;
  private final ItemVerbs verbs;
  private final ItemRows rows;

  ItemController(WorkList workList, ItemVerbs verbs, ItemRows rows) {
    this.workList = workList;
    this.verbs = verbs;
    this.rows = rows;
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
    verbs.claim(id, version, actor);
    Forms.done(redirect, "inbox.done.claimed");
    return "redirect:/inbox";
  }

  @PostMapping("/inbox/items/{id}/release")
  @PreAuthorize("isAuthenticated()")
  String release(@PathVariable String id, @RequestParam int version, Actor actor, RedirectAttributes redirect) {
    verbs.release(id, version, actor);
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
        verbs.give(id, form.version(), form.account(), actor);
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

  private ModelAndView give(String id, Actor actor) {
    var item = workList.open(id, actor);
    return new ModelAndView("inbox/give").addObject("row", rows.of(item, actor)).addObject("colleagues",
        verbs.candidates(item, actor));
  }
}
