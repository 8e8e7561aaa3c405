package org.petitiondesk.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.petitiondesk.inbox.ItemVerbs;
import org.petitiondesk.inbox.Verb;
import org.petitiondesk.inbox.WorkItem;
import org.petitiondesk.inbox.WorkList;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Forms;
import org.petitiondesk.web.Referers;
import org.petitiondesk.web.SeeOther;
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

/** One verb on several items: it asks once, does each for itself, and the list says what became of each. */
@Controller
class BulkController {

  /** More than one page of the list has. */
  private static final int MOST = 100;
  private static final String LIST = "/inbox";

  private final WorkList workList;
  private final ItemVerbs verbs;
  private final VerbActs acts;
  private final ItemRows rows;
  private final RowResults results;

  BulkController(WorkList workList, ItemVerbs verbs, VerbActs acts, ItemRows rows, RowResults results) {
    this.workList = workList;
    this.verbs = verbs;
    this.acts = acts;
    this.rows = rows;
    this.results = results;
  }

  @GetMapping("/inbox/bulk/{verb}")
  @PreAuthorize("isAuthenticated()")
  ModelAndView ask(@PathVariable String verb, @RequestParam(required = false) List<String> item, Actor actor,
      HttpServletRequest request) {
    return page(named(verb), chosen(item), actor).addObject("form",
        VerbForm.empty("", 0, Referers.page(request).orElse(LIST)));
  }

  @PostMapping("/inbox/bulk/{verb}")
  @PreAuthorize("isAuthenticated()")
  ModelAndView act(@PathVariable String verb, @RequestParam(required = false) List<String> item,
      @ModelAttribute("form") VerbForm form, BindingResult errors, Actor actor, RedirectAttributes redirect,
      HttpServletRequest request) {
    var named = named(verb);
    var chosen = chosen(item);
    if (!Forms.carriedOut(errors, () -> requireComplete(named, form))) {
      var again = page(named, chosen, actor);
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return again;
    }
    redirect.addFlashAttribute("results", chosen.stream().map(one -> results.of(results.name(one.id(), actor),
        "inbox.bulk.done." + named.key(), () -> acts.act(named, one.id(), one.version(), form, actor)))
        .collect(RowResults.refusedFirst()));
    return SeeOther.to(Referers.isOurs(form.back()) ? form.back() : Referers.page(request).orElse(LIST));
  }

  /** Asks about those of the chosen on which the verb can be done, and says why it can not be done on the others. */
  private ModelAndView page(Verb verb, List<Chosen> chosen, Actor actor) {
    var possible = new ArrayList<WorkItem>();
    var refused = chosen.stream()
        .map(one -> results.of(results.name(one.id(), actor), "inbox.bulk.done." + verb.key(), () -> {
          var item = workList.open(one.id(), actor);
          verbs.requireMay(verb, item, actor);
          possible.add(item);
        })).filter(result -> !result.done()).toList();
    var asked = possible.stream().map(WorkItem::id).toList();
    var page = new ModelAndView("inbox/bulk").addObject("verb", verb).addObject("refused", refused)
        .addObject("names", possible.stream().map(rows::name).toList())
        .addObject("chosen", chosen.stream().filter(one -> asked.contains(one.id())).toList());
    if (verb == Verb.TRANSFER && !possible.isEmpty()) {
      page.addObject("colleagues", verbs.candidates(possible));
    }
    if (verb == Verb.COPY && !possible.isEmpty()) {
      page.addObject("people", verbs.insiders(possible, actor));
    }
    return page;
  }

  private void requireComplete(Verb verb, VerbForm form) {
    if (verb == Verb.TRANSFER && form.to().isEmpty()) {
      throw Refused.at("to", "inbox.refused.not-a-colleague");
    }
    if (verb == Verb.COPY && form.to().isEmpty()) {
      throw Refused.at("to", "inbox.refused.nobody-chosen");
    }
    verbs.requireWords(verb, form.words());
  }

  private static List<Chosen> chosen(List<String> values) {
    if (values == null || values.isEmpty()) {
      throw Refused.because("inbox.refused.nothing-chosen");
    }
    if (values.size() > MOST) {
      throw Refused.because("inbox.refused.too-many", MOST);
    }
    return values.stream().map(Chosen::of).distinct().toList();
  }

  private static Verb named(String key) {
    var verb = VerbActs.named(key);
    if (!verb.isForSeveral()) {
      throw new NotFound("web.problem.404.text");
    }
    return verb;
  }
}
