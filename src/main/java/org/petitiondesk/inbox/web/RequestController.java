package org.petitiondesk.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import org.petitiondesk.inbox.Copies;
import org.petitiondesk.inbox.WordRequest;
import org.petitiondesk.inbox.Words;
import org.petitiondesk.inbox.WorkList;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a colleague is asked, and the answer; copies for knowledge. */
@Controller
class RequestController {

  private final Words words;
  private final Copies copies;
  private final WorkList workList;
  private final ItemRows rows;

  RequestController(Words words, Copies copies, WorkList workList, ItemRows rows) {
    this.words = words;
    this.copies = copies;
    this.workList = workList;
    this.rows = rows;
  }

  @GetMapping("/inbox/requests/{id}")
  @PreAuthorize("isAuthenticated()")
  ModelAndView show(@PathVariable String id, Actor actor, HttpServletRequest request) {
    return page(id, actor).addObject("form", VerbForm.empty("", 0, Referers.page(request).orElse("/inbox")));
  }

  @PostMapping("/inbox/requests/{id}")
  @PreAuthorize("isAuthenticated()")
  ModelAndView answer(@PathVariable String id, @ModelAttribute("form") VerbForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    try {
      words.answer(id, form.words(), actor);
      Forms.done(redirect, "inbox.done.answer");
      return SeeOther.to("/inbox");
    } catch (Refused refused) {
      Forms.refuse(errors, refused);
      var again = page(id, actor);
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return again;
    }
  }

  @PostMapping("/inbox/requests/{id}/take-back")
  @PreAuthorize("isAuthenticated()")
  ModelAndView takeBack(@PathVariable String id, @ModelAttribute("form") VerbForm form, Actor actor,
      RedirectAttributes redirect) {
    words.takeBack(id, actor);
    Forms.done(redirect, "inbox.done.take-back");
    return SeeOther.to(Referers.isOurs(form.back()) ? form.back() : "/inbox");
  }

  /** What was asked and said on a case; the case's page loads it as a part of itself. */
  @GetMapping("/inbox/cases/{caseId}/words")
  @PreAuthorize("isAuthenticated()")
  ModelAndView said(@PathVariable CaseId caseId, Actor actor, HttpServletRequest request,
      @RequestHeader(name = "HX-Request", required = false) String part) {
    return new ModelAndView(part == null ? "inbox/words" : "inbox/words :: list")
        .addObject("words", words.of(caseId, actor).stream().map(word -> rows.word(word, actor)).toList())
        .addObject("back", Referers.page(request).orElse("/inbox"));
  }

  @GetMapping("/inbox/copies/{id}")
  @PreAuthorize("isAuthenticated()")
  String read(@PathVariable String id, Actor actor) {
    return "redirect:" + ItemRows.caseRoute(copies.read(id, actor));
  }

  private ModelAndView page(String id, Actor actor) {
    var item = workList.open(id, actor);
    WordRequest request = words.get(id);
    var page = new ModelAndView("inbox/request").addObject("row", rows.of(item, actor)).addObject("word",
        rows.word(request, actor)).addObject("caseRoute", ItemRows.caseRoute(item));
    if (request.kind() == WordRequest.Kind.HELP) {
      page.addObject("work", words.about(request).route());
    }
    return page;
  }
}
