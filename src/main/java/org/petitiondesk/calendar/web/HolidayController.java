package org.petitiondesk.calendar.web;

import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.petitiondesk.calendar.OfficialNotice;
import org.petitiondesk.calendar.OfficialYears;
import org.petitiondesk.calendar.OfficialYears.Year;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The official days of each year. */
@Controller
class HolidayController {

  private static final String LIST = "/administration/holidays";

  private final OfficialYears years;

  HolidayController(OfficialYears years) {
    this.years = years;
  }

  @GetMapping(LIST)
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView list() {
    var all = years.all();
    return new ModelAndView("calendar/holidays").addObject("years", all).addObject("festivals", all.stream()
        .collect(Collectors.toMap(Year::year, year -> Festival.of(year.days()))));
  }

  /** The notice as a file. */
  @PostMapping(LIST)
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  ModelAndView take(@RequestParam MultipartFile file, Actor actor, RedirectAttributes redirect) {
    try {
      return learned(OfficialNotice.read(file.getBytes()), actor, redirect);
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
        return learned(form.toNotice(), actor, redirect);
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    return new ModelAndView("calendar/learn-year", HttpStatus.UNPROCESSABLE_ENTITY);
  }

  private ModelAndView learned(OfficialNotice notice, Actor actor, RedirectAttributes redirect) {
    var sure = years.learn(notice, actor);
    Forms.done(redirect, "calendar.holidays.learned", String.valueOf(notice.year()), sure);
    var list = new RedirectView(LIST, true);
    list.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(list);
  }
}
