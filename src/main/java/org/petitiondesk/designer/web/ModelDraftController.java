package org.petitiondesk.designer.web;

import org.petitiondesk.designer.DraftId;
import org.petitiondesk.designer.DraftService;
import org.petitiondesk.designer.DraftState;
import org.petitiondesk.designer.ModelCatalog;
import org.petitiondesk.kernel.Actor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A draft: the page on which it is drawn. */
@Controller
class ModelDraftController {

  private final DraftService drafts;
  private final ModelCatalog models;

  ModelDraftController(DraftService drafts, ModelCatalog models) {
    this.drafts = drafts;
    this.models = models;
  }

  @GetMapping("/designer/drafts/{id}")
  @PreAuthorize(Access.READ)
  ModelAndView draw(@PathVariable DraftId id, Actor actor) {
    var draft = drafts.get(id, actor);
    return new ModelAndView("designer/draw").addObject("draft", draft)
        .addObject("findings", drafts.findings(draft)).addObject("source", drafts.source(id, actor))
        .addObject("writable", draft.state() == DraftState.DRAFT && models.isDesigner(actor));
  }
}
