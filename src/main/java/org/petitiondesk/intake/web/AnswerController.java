package org.petitiondesk.intake.web;

import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Categories;
import org.petitiondesk.intake.PublishedAnswers;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
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

/** Published answers: read by everybody, written by an officer, approved by a leader. */
@Controller
class AnswerController {

  private static final String DESK = "/answers/desk";

  private final PublishedAnswers answers;
  private final CaseFiles cases;
  private final Categories categories;

  AnswerController(PublishedAnswers answers, CaseFiles cases, Categories categories) {
    this.answers = answers;
    this.cases = cases;
    this.categories = categories;
  }

  @GetMapping("/answers")
  @PreAuthorize("permitAll()")
  ModelAndView list(@RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String category,
      @RequestParam Optional<UUID> after) {
    var page = answers.find(words, category, after);
    return new ModelAndView("intake/answers").addObject("answers", page.rows())
        .addObject("next", page.next().orElse(null)).addObject("words", words).addObject("category", category)
        .addObject("categories", categories.roots());
  }

  @GetMapping("/petitions/{id}/published-answer")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView form(@PathVariable CaseId id, Actor actor) {
    return page(id, ProposeAnswerForm.of(answerable(id, actor)), actor, HttpStatus.OK);
  }

  @PostMapping("/petitions/{id}/published-answer")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView propose(@PathVariable CaseId id, @ModelAttribute("form") ProposeAnswerForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    answerable(id, actor);
    try {
      answers.propose(form.toCommand(id), actor);
      Forms.done(redirect, "intake.answer.done.proposed");
      return Receipts.seeOther("/petitions/" + id);
    } catch (Refused refused) {
      Forms.refuse(errors, refused);
      return page(id, form, actor, HttpStatus.UNPROCESSABLE_ENTITY);
    }
  }

  @GetMapping(DESK)
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView desk(@RequestParam Optional<UUID> after, Actor actor) {
    var published = answers.find("", "", after);
    return new ModelAndView("intake/answer-desk").addObject("waiting", answers.waiting(actor)).addObject("published",
        published.rows()).addObject("next", published.next().orElse(null)).addObject("actor", actor);
  }

  @PostMapping("/answers/{answer}/approval")
  @PreAuthorize("hasRole('LEADER')")
  ModelAndView decide(@PathVariable UUID answer, @RequestParam boolean approved,
      @RequestParam(defaultValue = "") String reason, Actor actor, RedirectAttributes redirect) {
    if (approved) {
      answers.approve(answer, actor);
    } else {
      answers.sendBack(answer, reason, actor);
    }
    Forms.done(redirect, approved ? "intake.answer.done.published" : "intake.answer.done.sent-back");
    return Receipts.seeOther(DESK);
  }

  @PostMapping("/answers/{answer}/withdrawal")
  @PreAuthorize("hasAnyRole('OFFICER', 'LEADER')")
  ModelAndView withdraw(@PathVariable UUID answer, @RequestParam(defaultValue = "") String reason, Actor actor,
      RedirectAttributes redirect) {
    answers.withdraw(answer, reason, actor);
    Forms.done(redirect, "intake.answer.done.withdrawn");
    return Receipts.seeOther(DESK);
  }

  /** Of a report nothing is ever published: there is no such page. */
  private CaseFile answerable(CaseId id, Actor actor) {
    cases.requireSight(id, actor);
    var file = cases.get(id);
    if (file.isReport()) {
      throw new NotFound("intake.answer.not-of-reports");
    }
    return file;
  }

  private ModelAndView page(CaseId id, ProposeAnswerForm form, Actor actor, HttpStatus status) {
    var file = cases.get(id);
    return new ModelAndView("intake/answer-propose", status).addObject("form", form).addObject("petition", file)
        .addObject("points", cases.points(id)).addObject("places", answers.places(file))
        .addObject("earlier", answers.ofCase(id)).addObject("offered", answers.mayPropose(file, actor));
  }
}
