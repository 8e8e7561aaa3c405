package org.petitiondesk.petition.web;

import java.util.Set;
import java.util.function.Supplier;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.petition.PetitionHistory;
import org.petitiondesk.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of a petition have in common: sight of the case first, then the item, then the act. */
@Component
class PetitionPages {

  private final CaseFiles cases;
  private final Processes processes;
  private final PetitionHistory history;
  private final Documents documents;
  private final Clocks clocks;

  PetitionPages(CaseFiles cases, Processes processes, PetitionHistory history, Documents documents, Clocks clocks) {
    this.cases = cases;
    this.processes = processes;
    this.history = history;
    this.documents = documents;
    this.clocks = clocks;
  }

  /** Refuses a case that the actor may not see, and an item that is not open or not the actor's. */
  ItemPage item(CaseId id, String item, String key, Actor actor) {
    return item(id, item, Set.of(key), actor);
  }

  ItemPage item(CaseId id, String item, Set<String> keys, Actor actor) {
    var petition = cases.open(id, actor);
    var task = processes.require(item, actor);
    if (!task.caseId().equals(id) || !keys.contains(task.key())) {
      throw new NotFound("petition.not-found.item");
    }
    return new ItemPage(petition, item, cases.points(id), history.notes(id), documents.of(id),
        clocks.of(id).stream().filter(ClockState::running).toList());
  }

  /** What only the office that registered the petition does. */
  CaseFile office(CaseId id, Actor actor) {
    var petition = cases.open(id, actor);
    if (!isOffice(petition, actor)) {
      throw new Forbidden("petition.forbidden.not-the-office");
    }
    return petition;
  }

  static boolean isOffice(CaseFile petition, Actor actor) {
    return actor.belongsTo(new Group(Role.OFFICER, petition.registeringUnit()));
  }

  /** False when the form must be shown again, with a refusal at the field it is about. */
  boolean carriedOut(CaseId id, Actor actor, BindingResult errors, Runnable act) {
    cases.requireSight(id, actor);
    if (errors.getTarget() == null) {
      // A value that none of our lists offers: there is no form to show again.
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    if (errors.hasErrors()) {
      return false;
    }
    try {
      act.run();
      return true;
    } catch (Refused refused) {
      Forms.refuse(errors, refused);
      return false;
    }
  }

  /** The letter of a draft: a panel of the form, or a page of its own where there is no script. */
  ModelAndView preview(CaseId id, Actor actor, BindingResult errors, boolean panel, Supplier<String> letter) {
    var view = new ModelAndView(panel ? "petition/preview :: panel" : "petition/preview");
    if (!carriedOut(id, actor, errors, () -> view.addObject("sheet", Sheet.of(letter.get())))) {
      view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      view.addObject("problems", errors.getAllErrors());
    }
    return view;
  }

  /** On to the case, which says who acts next. */
  static ModelAndView done(CaseId id, RedirectAttributes redirect, String key, Object... arguments) {
    return done("/petitions/" + id, redirect, key, arguments);
  }

  static ModelAndView done(String path, RedirectAttributes redirect, String key, Object... arguments) {
    Forms.done(redirect, key, arguments);
    return new ModelAndView("redirect:" + path, HttpStatus.SEE_OTHER);
  }
}
