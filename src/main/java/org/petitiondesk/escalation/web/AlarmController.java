package org.petitiondesk.escalation.web;

import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.escalation.Alarms;
import org.petitiondesk.escalation.Extensions;
import org.petitiondesk.escalation.LeaderDecisions;
import org.petitiondesk.escalation.PauseRequests;
import org.petitiondesk.escalation.ReceivedAlarm;
import org.petitiondesk.escalation.WrittenNotices;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.web.Rules;
import org.petitiondesk.web.SeeOther;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** What has gone off: for me, and for a case. */
@Controller
class AlarmController {

  private final Alarms alarms;
  private final WrittenNotices notices;
  private final LeaderDecisions decisions;
  private final Extensions extensions;
  private final PauseRequests pauses;
  private final CaseFiles cases;

  AlarmController(Alarms alarms, WrittenNotices notices, LeaderDecisions decisions, Extensions extensions,
      PauseRequests pauses, CaseFiles cases) {
    this.alarms = alarms;
    this.notices = notices;
    this.decisions = decisions;
    this.extensions = extensions;
    this.pauses = pauses;
    this.cases = cases;
  }

  /** An alarm and the case it is about. */
  record Row(ReceivedAlarm alarm, String code, String title) {}

  @GetMapping("/alarms")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView mine(Actor actor) {
    return new ModelAndView("escalation/alarms")
        .addObject("rows", alarms.of(actor).stream().flatMap(alarm -> row(alarm, actor).stream()).toList())
        .addObject("unread", alarms.unread(actor));
  }

  @PostMapping("/alarms/read")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView read(Actor actor) {
    alarms.read(actor);
    return SeeOther.to("/alarms");
  }

  @GetMapping("/alarms/notices/{id}")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView notice(@PathVariable UUID id, Actor actor) {
    var notice = notices.get(id);
    cases.open(notice.caseId(), actor);
    return new ModelAndView("escalation/written-notice").addObject("notice", notice);
  }

  /** A part of the case page, fetched by it; a page of its own where there is no script. */
  @GetMapping("/cases/{id}/alarms")
  @PreAuthorize(Rules.CASE_WORK)
  ModelAndView ofCase(@PathVariable CaseId id,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Actor actor) {
    cases.open(id, actor);
    return new ModelAndView(part ? "escalation/alarms-of-case :: part" : "escalation/alarms-of-case")
        .addObject("caseId", id)
        .addObject("notices", notices.of(id)).addObject("decisions", decisions.of(id))
        .addObject("extensions", extensions.of(id)).addObject("mayAsk", extensions.possible(id, actor).isPresent())
        .addObject("pauses", pauses.of(id)).addObject("mayPause", !pauses.possible(id, actor).isEmpty())
        .addObject("mayResume", pauses.endable(id, actor).isPresent());
  }

  /** Whoever may not see the case any more is not shown what it is about. */
  private Optional<Row> row(ReceivedAlarm alarm, Actor actor) {
    try {
      cases.requireSight(alarm.caseId(), actor);
      CaseFile file = cases.get(alarm.caseId());
      return Optional.of(new Row(alarm, file.code(), file.title()));
    } catch (NotFound hidden) {
      return Optional.empty();
    }
  }
}
