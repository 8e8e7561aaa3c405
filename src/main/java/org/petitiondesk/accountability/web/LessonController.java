package org.petitiondesk.accountability.web;

import jakarta.validation.Valid;
import java.util.List;
import org.petitiondesk.accountability.Lesson;
import org.petitiondesk.accountability.LessonId;
import org.petitiondesk.accountability.Lessons;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.web.Asked;
import org.petitiondesk.web.Forms;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.Rules;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The library of lessons, one lesson, and what a case can learn from others. */
@Controller
class LessonController {

  private final Lessons lessons;
  private final CaseFiles cases;
  private final Accounts accounts;

  LessonController(Lessons lessons, CaseFiles cases, Accounts accounts) {
    this.lessons = lessons;
    this.cases = cases;
    this.accounts = accounts;
  }

  @GetMapping("/lessons")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView library(@RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String category, Actor actor) {
    return new ModelAndView("accountability/lessons").addObject("text", Asked.text(text).orElse(""))
        .addObject("category", Asked.text(category).orElse(""))
        .addObject("lessons", lessons.library(Asked.text(text), Asked.text(category), actor));
  }

  @GetMapping("/lessons/{id}")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView show(@PathVariable LessonId id, Actor actor) {
    return page(lessons.get(id, actor), actor).addObject("form", new CirculateLessonForm(List.of(), List.of()))
        .addObject("check", new CheckPlaceForm(0, null, ""));
  }

  @PostMapping("/lessons/{id}/places")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView check(@PathVariable LessonId id, @Valid @ModelAttribute("check") CheckPlaceForm check,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (Forms.carriedOut(errors,
        () -> lessons.check(id, check.place(), check.result(), check.words().strip(), actor))) {
      Forms.done(redirect, "accountability.lesson.done.checked");
      return SeeOther.to("/lessons/" + id);
    }
    return again(page(lessons.get(id, actor), actor).addObject("form", new CirculateLessonForm(List.of(), List.of())));
  }

  @PostMapping("/lessons/{id}/circulation")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView circulate(@PathVariable LessonId id, @Valid @ModelAttribute("form") CirculateLessonForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (Forms.carriedOut(errors, () -> lessons.circulate(id, form.people(), form.units(), actor))) {
      Forms.done(redirect, "accountability.lesson.done.circulated");
      return SeeOther.to("/lessons/" + id);
    }
    return again(page(lessons.get(id, actor), actor).addObject("check", new CheckPlaceForm(0, null, "")));
  }

  @GetMapping("/lessons/{id}/reading")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askReading(@PathVariable LessonId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return reading(id, item, actor).addObject("form", new ReadLessonForm(item, ""));
  }

  @PostMapping("/lessons/{id}/reading")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView read(@PathVariable LessonId id, @Valid @ModelAttribute("form") ReadLessonForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var page = reading(id, form.item(), actor);
    if (Forms.carriedOut(errors, () -> lessons.acknowledge(form.item(), form.answer().strip(), actor))) {
      Forms.done(redirect, "accountability.lesson.done.read");
      return SeeOther.to("/lessons/" + id);
    }
    return again(page);
  }

  @PostMapping("/lessons/{id}/closing")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView close(@PathVariable LessonId id, @RequestParam String item, Actor actor, RedirectAttributes redirect) {
    lessons.close(id, item, actor);
    Forms.done(redirect, "accountability.lesson.done.closed");
    return SeeOther.to("/inbox");
  }

  @GetMapping("/cases/{caseId}/lessons/new")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askNote(@PathVariable CaseId caseId, Actor actor) {
    return note(caseId, actor).addObject("form", WriteLessonForm.empty());
  }

  @PostMapping("/cases/{caseId}/lessons/new")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView write(@PathVariable CaseId caseId, @Valid @ModelAttribute("form") WriteLessonForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    var page = note(caseId, actor);
    var written = new LessonId[1];
    if (Forms.carriedOut(errors, () -> written[0] = lessons.write(caseId, form.title().strip(), form.text().strip(),
        form.cause().strip(), form.question().strip(), actor))) {
      Forms.done(redirect, "accountability.lesson.done.written");
      return SeeOther.to("/lessons/" + written[0]);
    }
    return again(page);
  }

  /**
   * Those of a case, and what others have to teach it; the case's pages load them as a part of themselves.
   *
   * @param hints only what others have to teach, for the pages of screening and handling
   */
  @GetMapping("/cases/{caseId}/lessons")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ofCase(@PathVariable CaseId caseId, @RequestParam(defaultValue = "false") boolean hints, Actor actor,
      @RequestHeader(name = "HX-Request", required = false) String part) {
    var own = lessons.of(caseId, actor);
    var file = cases.get(caseId);
    var page = "accountability/lessons-of-case";
    return new ModelAndView(part == null ? page : page + (hints ? " :: hints" : " :: list")).addObject("file", file)
        .addObject("own", own)
        .addObject("hints", lessons.hints(file, actor)).addObject("mayWrite", lessons.mayWrite(caseId, actor));
  }

  private ModelAndView note(CaseId caseId, Actor actor) {
    var file = cases.open(caseId, actor);
    if (!lessons.mayWrite(caseId, actor)) {
      throw new Forbidden("accountability.lesson.forbidden.write");
    }
    return new ModelAndView("accountability/lesson-new").addObject("file", file);
  }

  private ModelAndView page(Lesson lesson, Actor actor) {
    var mayWrite = lessons.mayWrite(lesson.caseId(), actor);
    return new ModelAndView("accountability/lesson").addObject("lesson", lesson).addObject("mayWrite", mayWrite)
        .addObject("seesCase", cases.sees(lesson.caseId(), actor)).addObject("unit", actor.unit())
        .addObject("results", Lesson.Result.values()).addObject("everybody", mayWrite ? readers() : List.of());
  }

  private List<Account> readers() {
    return accounts.all().stream().filter(Account::enabled)
        .filter(account -> account.roles().contains(Role.OFFICER) || account.roles().contains(Role.HANDLER)
            || account.roles().contains(Role.LEADER))
        .toList();
  }

  private ModelAndView reading(LessonId id, String item, Actor actor) {
    return lessons.forItem(id, item, actor)
        .map(lesson -> new ModelAndView("accountability/lesson-reading").addObject("lesson", lesson))
        .orElseGet(() -> new ModelAndView("accountability/lesson-closing").addObject("id", id));
  }

  private static ModelAndView again(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }
}
