package org.petitiondesk.notice.web;

import jakarta.validation.Valid;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.notice.NoticeId;
import org.petitiondesk.notice.NoticeRow;
import org.petitiondesk.notice.NoticeService;
import org.petitiondesk.web.Forms;
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

/** A mail that is still being tried: the letter goes by another way now. */
@Controller
class RerouteController {

  private final NoticeService service;

  RerouteController(NoticeService service) {
    this.service = service;
  }

  @GetMapping("/notices/{id}/reroute")
  @PreAuthorize("hasAnyRole('OFFICER', 'HANDLER')")
  ModelAndView ask(@PathVariable NoticeId id, Actor actor) {
    var row = service.forReroute(id, actor);
    return page(row).addObject("form", RerouteNoticeForm.of(row.letter()));
  }

  @PostMapping("/notices/{id}/reroute")
  @PreAuthorize("hasAnyRole('OFFICER', 'HANDLER')")
  ModelAndView reroute(@PathVariable NoticeId id, @Valid @ModelAttribute("form") RerouteNoticeForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    if (!errors.hasErrors()) {
      try {
        service.reroute(id, form.toCommand(), form.reason().strip(), actor);
        Forms.done(redirect, "notice.reroute.done");
        return new ModelAndView("redirect:/notices/" + id, HttpStatus.SEE_OTHER);
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    var again = page(service.forReroute(id, actor));
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  private static ModelAndView page(NoticeRow row) {
    return new ModelAndView("notice/reroute").addObject("row", row).addObject("methods", DeliveryMethod.values());
  }
}
