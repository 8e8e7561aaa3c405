package org.petitiondesk.notice.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Refused;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A letter on paper: print it, hand it over, say how it arrived. */
@Controller
class HandOverController {

  private final NoticeService notices;
  private final Clock clock;

  HandOverController(NoticeService notices, Clock clock) {
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping("/notices/{item}/handover")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ask(@PathVariable String item, Actor actor) {
    var row = notices.forItem(item, actor);
    return new ModelAndView("notice/handover").addObject("item", item).addObject("row", row)
        .addObject("form", HandOverLetterForm.of(row.notice().channel(), Dates.today(clock)));
  }

  @PostMapping("/notices/{item}/handover")
  @ItemWork
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView handOver(@PathVariable String item, @Valid @ModelAttribute("form") HandOverLetterForm form,
      BindingResult errors, @RequestParam(required = false) List<MultipartFile> evidence, Actor actor,
      RedirectAttributes redirect) {
    form.check(errors);
    if (!errors.hasErrors()) {
      try {
        settle(item, form, evidence, actor);
        Forms.done(redirect, form.delivered() ? "notice.handover.done" : "notice.handover.returned");
        return new ModelAndView("redirect:/inbox", HttpStatus.SEE_OTHER);
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    return new ModelAndView("notice/handover", HttpStatus.UNPROCESSABLE_ENTITY).addObject("item", item)
        .addObject("row", notices.forItem(item, actor));
  }

  private void settle(String item, HandOverLetterForm form, List<MultipartFile> evidence, Actor actor) {
    if (form.delivered()) {
      notices.handOver(item, form.toCommand(Upload.of(evidence).stream().findFirst()), actor);
    } else {
      notices.returned(item, form.reason().strip(), actor);
    }
  }
}
