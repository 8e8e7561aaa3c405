package org.petitiondesk.petition.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseRow;
import org.petitiondesk.casefile.Categories;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionHistory;
import org.petitiondesk.petition.ReconsiderationRights;
import org.petitiondesk.petition.ScreeningService;
import org.petitiondesk.petition.ScreeningVerdict;
import org.petitiondesk.petition.Suggestions;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The officer sees what the tables propose and why, and decides. */
@Controller
class ScreeningController {

  private static final String VIEW = "petition/screening";

  private final PetitionPages pages;
  private final CaseFiles cases;
  private final Categories categories;
  private final UnitChoice units;
  private final Suggestions suggestions;
  private final PetitionHistory history;
  private final ScreeningService screening;
  private final ReconsiderationRights rights;

  ScreeningController(PetitionPages pages, CaseFiles cases, Categories categories, UnitChoice units,
      Suggestions suggestions, PetitionHistory history, ScreeningService screening,
      ReconsiderationRights rights) {
    this.pages = pages;
    this.cases = cases;
    this.categories = categories;
    this.units = units;
    this.suggestions = suggestions;
    this.history = history;
    this.screening = screening;
    this.rights = rights;
  }

  @GetMapping("/petitions/{id}/screening")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView prepare(@PathVariable CaseId id, @RequestParam(defaultValue = "") String item, Actor actor) {
    var page = pages.item(id, item, PetitionHandling.USER_SCREEN, actor);
    var before = history.screenings(id).stream().reduce((first, second) -> second);
    return withChoices(page.show(VIEW), page, actor).addObject("form",
        ScreenPetitionForm.prepared(item, page.petition(), page.points(), suggestions.of(id), before));
  }

  @PostMapping("/petitions/{id}/screening")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView screen(@PathVariable CaseId id, @Valid @ModelAttribute("form") ScreenPetitionForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (pages.carriedOut(id, actor, errors,
        () -> screening.screen(form.toCommand(id, target(form, actor)), actor))) {
      return PetitionPages.done(id, redirect, "petition.done.screened." + form.verdict().key());
    }
    var page = pages.item(id, form.item(), PetitionHandling.USER_SCREEN, actor);
    return withChoices(page.again(VIEW), page, actor);
  }

  private ModelAndView withChoices(ModelAndView view, ItemPage page, Actor actor) {
    var id = page.petition().id();
    var alike = lookAlikes(id, actor);
    return view.addObject("suggestion", suggestions.of(id)).addObject("categories", categories.all())
        .addObject("units", units.byKind()).addObject("lookAlikes", alike)
        .addObject("finals", rights.finals(alike.stream().map(CaseRow::id).toList()))
        .addObject("verdicts", ScreeningVerdict.values()).addObject("urgencies", Urgency.values())
        .addObject("demandClasses", DemandClass.values()).addObject("supplements", history.supplements(id));
  }

  private List<CaseRow> lookAlikes(CaseId id, Actor actor) {
    return cases.similar(id).stream().filter(row -> isSeen(row.id(), actor)).toList();
  }

  private boolean isSeen(CaseId id, Actor actor) {
    try {
      cases.requireSight(id, actor);
      return true;
    } catch (NotFound unseen) {
      return false;
    }
  }

  /** People name a case by its code, also on this page. */
  private Optional<CaseId> target(ScreenPetitionForm form, Actor actor) {
    if (form.verdict() != ScreeningVerdict.MERGE && form.verdict() != ScreeningVerdict.NO_LONGER
        || form.wantedTarget().isEmpty()) {
      return Optional.empty();
    }
    var code = form.wantedTarget();
    return Optional.of(cases.byCode(code, actor).map(CaseRow::id)
        .orElseThrow(() -> Refused.at("targetCode", "petition.refused.unknown-target", code)));
  }
}
