package org.petitiondesk.notice.web;

import java.util.Optional;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.notice.NoticeId;
import org.petitiondesk.notice.NoticeQuery;
import org.petitiondesk.notice.NoticeService;
import org.petitiondesk.notice.NoticeState;
import org.petitiondesk.notice.Notices;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What has gone out, and what is still to go. */
@Controller
class NoticeController {

  private final Notices notices;
  private final NoticeService service;

  NoticeController(Notices notices, NoticeService service) {
    this.notices = notices;
    this.service = service;
  }

  @GetMapping("/notices")
  @PreAuthorize("hasAnyRole('OFFICER', 'HANDLER', 'LEADER', 'ADMINISTRATOR')")
  ModelAndView list(@RequestParam Optional<NoticeState> state, @RequestParam Optional<String> after, Actor actor) {
    return new ModelAndView("notice/list").addObject("page", notices.find(new NoticeQuery(state), actor, after))
        .addObject("state", state.orElse(null)).addObject("states", NoticeState.values());
  }

  @GetMapping("/notices/{id}")
  @PreAuthorize("hasAnyRole('OFFICER', 'HANDLER', 'LEADER')")
  ModelAndView show(@PathVariable NoticeId id, Actor actor) {
    var row = notices.open(id, actor);
    var page = new ModelAndView("notice/show").addObject("row", row).addObject("mayReroute",
        service.mayReroute(row.notice(), actor));
    return row.notice().channel() == DeliveryMethod.EMAIL ? page.addObject("mail", notices.mail(row)) : page;
  }
}
