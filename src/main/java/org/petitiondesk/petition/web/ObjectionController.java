package org.petitiondesk.petition.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Categories;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.petition.ObjectionRuling;
import org.petitiondesk.petition.ObjectionService;
import org.petitiondesk.petition.PetitionObjection;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.Rules;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What becomes of an objection to an assignment, and the rulings that others can go by. */
@Controller
class ObjectionController {

  private static final String DECISION = "petition/objection-decision";
  private static final String RULING = "petition/objection-ruling";
  private static final String MEETING = "petition/objection-meeting";

  private final PetitionPages pages;
  private final ObjectionService objections;
  private final CaseFiles cases;
  private final Categories categories;
  private final UnitChoice units;
  private final Clock clock;

  ObjectionController(PetitionPages pages, ObjectionService objections, CaseFiles cases, Categories categories,
      UnitChoice units, Clock clock) {
    this.pages = pages;
    this.objections = objections;
    this.cases = cases;
    this.categories = categories;
    this.units = units;
    this.clock = clock;
  }

  @GetMapping("/petitions/{id}/objection/decision")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ask(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return told(pages.item(id, item, PetitionObjection.USER_DECIDE, actor).show(DECISION), id).addObject("form",
        DecideObjectionForm.empty(item));
  }

  @PostMapping("/petitions/{id}/objection/decision")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView decide(@PathVariable CaseId id, @Valid @ModelAttribute("form") DecideObjectionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> objections.decide(id, form.item(), form.agreed(), form.reason(), actor))) {
      return PetitionPages.done(id, redirect,
          form.agreed() ? "petition.done.objection-agreed" : "petition.done.objection-refused");
    }
    return told(pages.item(id, form.item(), PetitionObjection.USER_DECIDE, actor).again(DECISION), id);
  }

  @GetMapping("/petitions/{id}/objection/ruling")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askRuling(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return ruling(pages.item(id, item, PetitionObjection.USER_RULE, actor).show(RULING), id).addObject("form",
        RuleObjectionForm.empty(item));
  }

  @PostMapping("/petitions/{id}/objection/ruling")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView rule(@PathVariable CaseId id, @Valid @ModelAttribute("form") RuleObjectionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors, () -> objections.rule(form.toCommand(id), actor))) {
      return PetitionPages.done(id, redirect, form.ruling() == ObjectionRuling.REFER
          ? "petition.done.objection-referred"
          : "petition.done.objection-ruled");
    }
    return ruling(pages.item(id, form.item(), PetitionObjection.USER_RULE, actor).again(RULING), id);
  }

  @GetMapping("/petitions/{id}/objection/joint-meeting")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView askMinutes(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    return meeting(pages.item(id, item, PetitionObjection.USER_RECORD_MEETING, actor).show(MEETING), id)
        .addObject("form", RecordJointMeetingForm.empty(item, Dates.today(clock)));
  }

  @PostMapping("/petitions/{id}/objection/joint-meeting")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView recordMeeting(@PathVariable CaseId id, @Valid @ModelAttribute("form") RecordJointMeetingForm form,
      BindingResult errors, @RequestParam(required = false) List<MultipartFile> files, Actor actor,
      RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> objections.recordMeeting(form.toCommand(id, Upload.of(files)), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.objection-ruled");
    }
    return meeting(pages.item(id, form.item(), PetitionObjection.USER_RECORD_MEETING, actor).again(MEETING), id)
        .addObject("filesLost", !Upload.of(files).isEmpty());
  }

  /** Beside the choice of a unit, for what is chosen at that moment. */
  @GetMapping("/petitions/{id}/precedents")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView precedents(@PathVariable CaseId id, @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String leadUnit, Actor actor) {
    var petition = cases.open(id, actor);
    return new ModelAndView("petition/objection :: precedents").addObject("precedents",
        objections.precedents(id, category.isEmpty() ? petition.category().orElse("") : category, leadUnit, actor));
  }

  @GetMapping("/objections")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView list(@RequestParam(defaultValue = "") String category, @RequestParam(defaultValue = "") String unit,
      Actor actor) {
    return new ModelAndView("petition/objections").addObject("category", category).addObject("unit", unit)
        .addObject("figures", objections.figures(actor)).addObject("waiting", objections.waiting(actor))
        .addObject("rulings", objections.rulings(category, unit, actor)).addObject("categories", categories.all())
        .addObject("units", units.byKind());
  }

  private ModelAndView told(ModelAndView view, CaseId id) {
    return view.addObject("objections", objections.of(id));
  }

  private ModelAndView ruling(ModelAndView view, CaseId id) {
    return told(view, id).addObject("units", units.byKind()).addObject("rulings", ObjectionRuling.values());
  }

  private ModelAndView meeting(ModelAndView view, CaseId id) {
    return ruling(view, id).addObject("rulings", List.of(ObjectionRuling.UPHOLD, ObjectionRuling.DISMISS));
  }
}
