package org.petitiondesk.calendar.web;

import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.calendar.CalendarChanges;
import org.petitiondesk.calendar.OfficialNotice;
import org.petitiondesk.calendar.OfficialYears;
import org.petitiondesk.calendar.OfficialYears.Year;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Forms;
import org.petitiondesk.web.SeeOther;
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

/** The official days of each year. */
@Controller
class HolidayController {

  private static final String LIST = "/administration/holidays";
  private static final String CHANGE = LIST + "/changes/{id}";

  /** Every leader sees what is proposed; who of them may approve it, the calendar asks. */
  private static final String MAY_LOOK = "hasAnyRole('ADMINISTRATOR', 'LEADER')";

  private final OfficialYears years;
  private final CalendarChanges changes;

  HolidayController(OfficialYears years, CalendarChanges changes) {
    this.years = years;
    this.changes = changes;
  }

  @GetMapping(LIST)
  @PreAuthorize(MAY_LOOK)
  ModelAndView list() {
    var all = years.all();
    return new ModelAndView("calendar/holidays").addObject("years", all).addObject("waiting", changes.waiting())
        .addObject("festivals", all.stream()
            .collect(Collectors.toMap(Year::year, year -> Festival.of(year.days()))));
  }

  /** The notice as a file. */
  @PostMapping(LIST)
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView take(@RequestParam MultipartFile file, Actor actor, RedirectAttributes redirect) {
    try {
      return proposed(OfficialNotice.read(file.getBytes()), actor, redirect);
    } catch (Refused refused) {
      return Forms.refused(list(), refused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GetMapping(LIST + "/new")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView ask(@RequestParam(defaultValue = "0") int year) {
    var unknown = years.all().stream().filter(each -> !each.known()).mapToInt(Year::year).min();
    return new ModelAndView("calendar/learn-year").addObject("form",
        LearnYearForm.of(year == 0 ? unknown.orElse(years.all().get(0).year() + 1) : year));
  }

  @PostMapping(LIST + "/new")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView add(@Valid @ModelAttribute("form") LearnYearForm form, BindingResult errors, Actor actor,
      RedirectAttributes redirect) {
    if (!errors.hasErrors()) {
      try {
        return proposed(form.toNotice(), actor, redirect);
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    return new ModelAndView("calendar/learn-year", HttpStatus.UNPROCESSABLE_ENTITY);
  }

  /** What it would do, and for a second person the decision. */
  @GetMapping(CHANGE)
  @PreAuthorize(MAY_LOOK)
  ModelAndView rehearse(@PathVariable UUID id, Actor actor) {
    return rehearsed(id, actor).addObject("form", DecideChangeForm.empty());
  }

  @PostMapping(CHANGE + "/approval")
  @PreAuthorize(MAY_LOOK)
  ModelAndView approve(@PathVariable UUID id, @ModelAttribute("form") DecideChangeForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    return decided(id, errors, actor, redirect, "calendar.change.approved",
        () -> changes.approve(id, form.moved(), form.words(), actor));
  }

  @PostMapping(CHANGE + "/refusal")
  @PreAuthorize(MAY_LOOK)
  ModelAndView refuse(@PathVariable UUID id, @ModelAttribute("form") DecideChangeForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    return decided(id, errors, actor, redirect, "calendar.change.refused",
        () -> changes.refuse(id, form.words(), actor));
  }

  private ModelAndView decided(UUID id, BindingResult errors, Actor actor, RedirectAttributes redirect, String done,
      Runnable act) {
    if (!Forms.carriedOut(errors, act)) {
      var again = rehearsed(id, actor);
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return again;
    }
    Forms.done(redirect, done, String.valueOf(changes.get(id).year()));
    return SeeOther.to(LIST);
  }

  private ModelAndView rehearsed(UUID id, Actor actor) {
    var change = changes.get(id);
    var page = new ModelAndView("calendar/change").addObject("change", change)
        .addObject("festivals", Festival.of(change.days())).addObject("own", change.proposedBy().equals(actor.id()))
        .addObject("mayApprove", changes.mayApprove(change, actor));
    return change.waits() ? page.addObject("rehearsal", changes.rehearse(id, actor)) : page;
  }

  private ModelAndView proposed(OfficialNotice notice, Actor actor, RedirectAttributes redirect) {
    var id = changes.propose(notice, actor);
    Forms.done(redirect, "calendar.change.proposed", String.valueOf(notice.year()));
    return SeeOther.to(LIST + "/changes/" + id);
  }
}
