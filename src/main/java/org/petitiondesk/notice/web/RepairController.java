package org.petitiondesk.notice.web;

import jakarta.validation.Valid;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.notice.NoticeRow;
import org.petitiondesk.notice.NoticeService;
import org.petitiondesk.web.Forms;
import org.petitiondesk.web.ItemWork;
import org.petitiondesk.web.Rules;
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

/** A letter that did not arrive: another address, another way, or the end of trying. */
@Controller
class RepairController {

  private final NoticeService notices;

  RepairController(NoticeService notices) {
    this.notices = notices;
  }

  @GetMapping("/notices/{item}/repair")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ask(@PathVariable String item, Actor actor) {
    var row = notices.forItem(item, actor);
    return page(item, row).addObject("form", RepairNoticeForm.of(row.notice()));
  }

  @PostMapping("/notices/{item}/repair")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView repair(@PathVariable String item, @Valid @ModelAttribute("form") RepairNoticeForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    form.check(errors);
    if (!errors.hasErrors()) {
      try {
        settle(item, form, actor);
        Forms.done(redirect, form.again() ? "notice.repair.done" : "notice.repair.given-up");
        return new ModelAndView("redirect:/inbox", HttpStatus.SEE_OTHER);
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    var page = page(item, notices.forItem(item, actor));
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private static ModelAndView page(String item, NoticeRow row) {
    return new ModelAndView("notice/repair").addObject("item", item).addObject("row", row).addObject("methods",
        DeliveryMethod.values());
  }

  private void settle(String item, RepairNoticeForm form, Actor actor) {
    if (form.again()) {
      notices.repair(item, form.toCommand(), actor);
    } else {
      notices.giveUp(item, form.reason().strip(), actor);
    }
  }
}
