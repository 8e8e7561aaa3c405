package org.petitiondesk.matter.web;

import java.util.List;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.matter.MatterId;
import org.petitiondesk.matter.MatterRegister;
import org.petitiondesk.matter.MatterService;
import org.petitiondesk.matter.NotFilledIn;
import org.petitiondesk.web.Forms;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.Rules;
import org.petitiondesk.web.SeeOther;
import org.petitiondesk.web.Show;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The one page for every step with a designed form: it takes the fields of that form and nothing else. */
@Controller("matterItemController")
class ItemController {

  private final MatterService service;
  private final MatterRegister register;
  private final Show show;

  ItemController(MatterService service, MatterRegister register, Show show) {
    this.service = service;
    this.register = register;
    this.show = show;
  }

  @GetMapping("/matters/{id}/items/{item}")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ask(@PathVariable CaseId id, @PathVariable String item, Actor actor) {
    var work = service.work(id, item, actor);
    return page(id, work, FormView.of(work.form(), work.known()));
  }

  @PostMapping("/matters/{id}/items/{item}")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView complete(@PathVariable CaseId id, @PathVariable String item,
      @RequestParam MultiValueMap<String, String> sent, Actor actor, RedirectAttributes redirect) {
    var work = service.work(id, item, actor);
    var fields = MatterController.fields(sent);
    try {
      service.complete(id, item, fields, actor);
      Forms.done(redirect, "matter.done.step");
      return SeeOther.to("/inbox");
    } catch (NotFilledIn refused) {
      return MatterController
          .again(page(id, work, FormView.again(work.form(), work.known(), fields, refused, show)));
    }
  }

  private ModelAndView page(CaseId id, MatterService.Work work, FormView form) {
    var matter = register.find(new MatterId(id.value()));
    return new ModelAndView("matter/item").addObject("subject", id).addObject("task", work.task())
        .addObject("matter", matter.orElse(null)).addObject("view", form)
        .addObject("entries", matter.map(found -> register.entries(found.id())).orElse(List.of()));
  }
}
