package org.petitiondesk.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.petitiondesk.inbox.ItemVerbs;
import org.petitiondesk.inbox.Returns;
import org.petitiondesk.inbox.Verb;
import org.petitiondesk.inbox.WordRequest;
import org.petitiondesk.inbox.Words;
import org.petitiondesk.inbox.WorkItem;
import org.petitiondesk.inbox.WorkList;
import org.petitiondesk.kernel.Actor;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One item, and the verbs on it: all ask on one page, which also stands in a dialog. */
@Controller
class ItemController {

  private static final String LIST = "/inbox";

  private final WorkList workList;
  private final ItemVerbs verbs;
  private final Returns returns;
  private final Words words;
  private final VerbActs acts;
  private final ItemRows rows;

  ItemController(WorkList workList, ItemVerbs verbs, Returns returns, Words words, VerbActs acts, ItemRows rows) {
    this.workList = workList;
    this.verbs = verbs;
    this.returns = returns;
    this.words = words;
    this.acts = acts;
    this.rows = rows;
  }

  /** Leads to the page where the work is done; when it is done already, says by whom and when. */
  @GetMapping("/inbox/items/{id}")
  @PreAuthorize("isAuthenticated()")
  String open(@PathVariable String id, Actor actor) {
    var row = rows.of(workList.open(id, actor), actor);
    return "redirect:" + (row.actionable() ? row.item().route() : row.href());
  }

  @GetMapping("/inbox/items/{id}/{verb}")
  @PreAuthorize("isAuthenticated()")
  ModelAndView ask(@PathVariable String id, @PathVariable String verb, Actor actor, HttpServletRequest request) {
    var named = VerbActs.named(verb);
    var item = item(id, named, actor);
    return page(item, named, actor).addObject("form",
        VerbForm.empty(usual(named, item), item.version(), Referers.page(request).orElse(LIST)));
  }

  @PostMapping("/inbox/items/{id}/{verb}")
  @PreAuthorize("isAuthenticated()")
  ModelAndView act(@PathVariable String id, @PathVariable String verb, @ModelAttribute("form") VerbForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect, HttpServletRequest request) {
    var named = VerbActs.named(verb);
    try {
      acts.act(named, id, form.version(), form, actor);
      Forms.done(redirect, "inbox.done." + named.key());
      return SeeOther.to(Referers.isOurs(form.back()) ? form.back() : Referers.page(request).orElse(LIST));
    } catch (Refused refused) {
      Forms.refuse(errors, refused);
      var again = page(item(id, named, actor), named, actor);
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return again;
    }
  }

  private ModelAndView page(WorkItem item, Verb verb, Actor actor) {
    if (verb != Verb.WITHDRAW) {
      verbs.requireMay(verb, item, actor);
    }
    var page = new ModelAndView("inbox/verb").addObject("verb", verb).addObject("row", rows.of(item, actor));
    switch (verb) {
      case TRANSFER -> page.addObject("colleagues", verbs.candidates(List.of(item)));
      case DELEGATE -> page.addObject("colleagues", verbs.helpers(item, actor));
      case ASK -> page.addObject("people", verbs.insiders(item, actor)).addObject("choices", VerbActs.ASKING)
          .addObject("waiting", words.waiting(item).stream().map(word -> rows.word(word, actor)).toList());
      case COPY -> page.addObject("people", verbs.insiders(item, actor));
      case RETURN -> page.addObject("steps", returns.targets(item).stream().map(rows::step).toList());
      case WITHDRAW -> page.addObject("sent", rows.of(returns.sentOn(item, actor), actor))
          .addObject("bar", returns.bar(item).map(rows::bar).orElse(null));
      case CLAIM, RELEASE, URGE -> {
      }
    }
    return page;
  }

  /** Before the end is when a word helps; back means first of all the step before. */
  private String usual(Verb verb, WorkItem item) {
    return switch (verb) {
      case ASK -> WordRequest.Kind.BEFORE.name();
      case RETURN -> returns.targets(item).stream().filter(Returns.Target::isOpen).findFirst()
          .map(target -> target.step().id()).orElse("");
      default -> "";
    };
  }

  /** What is to be taken back is done; everything else must be open. */
  private WorkItem item(String id, Verb verb, Actor actor) {
    return verb == Verb.WITHDRAW ? workList.get(id, actor) : workList.open(id, actor);
  }
}
