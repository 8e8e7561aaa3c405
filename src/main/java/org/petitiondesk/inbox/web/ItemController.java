package org.petitiondesk.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.petitiondesk.inbox.Copies;
import org.petitiondesk.inbox.ItemVerbs;
import org.petitiondesk.inbox.Urges;
import org.petitiondesk.inbox.Verb;
import org.petitiondesk.inbox.WordRequest;
import org.petitiondesk.inbox.Words;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One item, and the verbs on it: all ask on one page, which also stands in a dialog. */
@Controller
class ItemController {

  private static final String LIST = "/inbox";
  private static final List<WordRequest.Kind> ASKING = List.of(WordRequest.Kind.BEFORE, WordRequest.Kind.AFTER);

  private final WorkList workList;
  private final ItemVerbs verbs;
  private final Words words;
  private final Copies copies;
  private final Urges urges;
  private final ItemRows rows;

  ItemController(WorkList workList, ItemVerbs verbs, Words words, Copies copies, Urges urges, ItemRows rows) {
    this.workList = workList;
    this.verbs = verbs;
    this.words = words;
    this.copies = copies;
    this.urges = urges;
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
    var item = workList.open(id, actor);
    return page(item, named(verb), actor).addObject("form",
        VerbForm.empty(WordRequest.Kind.BEFORE.name(), item.version(), Referers.page(request).orElse(LIST)));
  }

  @PostMapping("/inbox/items/{id}/{verb}")
  @PreAuthorize("isAuthenticated()")
  ModelAndView act(@PathVariable String id, @PathVariable String verb, @ModelAttribute("form") VerbForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect, HttpServletRequest request) {
    var named = named(verb);
    try {
      act(named, id, form, actor);
      Forms.done(redirect, "inbox.done." + named.key());
      return SeeOther.to(Referers.isOurs(form.back()) ? form.back() : Referers.page(request).orElse(LIST));
    } catch (Refused refused) {
      Forms.refuse(errors, refused);
      var again = page(workList.open(id, actor), named, actor);
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return again;
    }
  }

  private void act(Verb verb, String id, VerbForm form, Actor actor) {
    switch (verb) {
      case CLAIM -> verbs.claim(id, form.version(), actor);
      case RELEASE -> verbs.release(id, form.version(), actor);
      case TRANSFER -> verbs.transfer(id, form.version(), form.one(), form.words(), actor);
      case DELEGATE -> words.delegate(id, form.version(), form.one(), form.words(), actor);
      case ASK -> words.ask(id, form.version(), kind(form.choice()), Set.copyOf(form.to()), form.words(), actor);
      case COPY -> copies.send(id, form.version(), Set.copyOf(form.to()), form.words(), actor);
      case URGE -> urges.urge(id, form.version(), form.words(), actor);
    }
  }

  private ModelAndView page(WorkItem item, Verb verb, Actor actor) {
    verbs.requireMay(verb, item, actor);
    var page = new ModelAndView("inbox/verb").addObject("verb", verb).addObject("row", rows.of(item, actor));
    switch (verb) {
      case TRANSFER, DELEGATE -> page.addObject("colleagues", verbs.candidates(item));
      case ASK -> page.addObject("people", verbs.insiders(item, actor)).addObject("choices", ASKING)
          .addObject("waiting", words.waiting(item).stream().map(rows::word).toList());
      case COPY -> page.addObject("people", verbs.insiders(item, actor));
      case CLAIM, RELEASE, URGE -> {
      }
    }
    return page;
  }

  private static WordRequest.Kind kind(String choice) {
    return ASKING.stream().filter(kind -> kind.name().equals(choice)).findFirst()
        .orElseThrow(() -> Refused.at("choice", "inbox.refused.no-choice"));
  }

  private static Verb named(String key) {
    return Arrays.stream(Verb.values()).filter(verb -> verb.key().equals(key)).findFirst()
        .orElseThrow(() -> new NotFound("web.problem.404.text"));
  }
}
