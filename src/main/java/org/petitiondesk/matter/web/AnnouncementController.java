package org.petitiondesk.matter.web;

import org.petitiondesk.kernel.Actor;
import org.petitiondesk.matter.MatterPosts;
import org.petitiondesk.web.Rules;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What matters say: to everybody for some days, and to the people of the desk. */
@Controller
class AnnouncementController {

  private final MatterPosts posts;

  AnnouncementController(MatterPosts posts) {
    this.posts = posts;
  }

  /** Notices (公示) whose days are not over. */
  @GetMapping("/announcements")
  @PreAuthorize("permitAll()")
  ModelAndView announcements() {
    return new ModelAndView("matter/announcements").addObject("notices", posts.notices());
  }

  @GetMapping("/matters/messages")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView messages(Actor actor) {
    return new ModelAndView("matter/messages").addObject("messages", posts.messages(actor));
  }
}
