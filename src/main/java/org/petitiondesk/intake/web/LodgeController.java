package org.petitiondesk.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.intake.Lodging;
import org.petitiondesk.intake.PublicRate;
import org.petitiondesk.intake.PublishedAnswers;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
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

/** The public form: no account, in simple words, also without a name. */
@Controller
class LodgeController {

  private final Lodging lodging;
  private final PublicRate rate;
  private final PublishedAnswers answers;
  private final Clock clock;

  LodgeController(Lodging lodging, PublicRate rate, PublishedAnswers answers, Clock clock) {
    this.lodging = lodging;
    this.rate = rate;
    this.answers = answers;
    this.clock = clock;
  }

  @GetMapping("/lodge")
  @PreAuthorize("permitAll()")
  ModelAndView form() {
    return page(LodgePetitionForm.empty(), HttpStatus.OK);
  }

  @PostMapping("/lodge")
  @PreAuthorize("permitAll()")
  ModelAndView lodge(@Valid @ModelAttribute("form") LodgePetitionForm form, BindingResult errors,
      @RequestParam(required = false) List<MultipartFile> attachments, HttpServletRequest request,
      RedirectAttributes redirect) {
    if (rate.isExceeded(request.getRemoteAddr())) {
      errors.reject("intake.refused.rate");
      return page(form, HttpStatus.TOO_MANY_REQUESTS);
    }
    if (!form.website().isEmpty()) {
      // A person whose browser filled it in sees the field now and can empty it: nothing is thrown away in silence.
      errors.rejectValue("website", "intake.refused.website");
    }
    if (!errors.hasErrors()) {
      try {
        var command = form.toCommand(Dates.today(clock), lodging.officeFor(form.territory()), Upload.of(attachments));
        var receipt = lodging.fromForm(form.token(), command, Actor.PUBLIC);
        rate.count(request.getRemoteAddr());
        Receipts.hand(receipt, redirect);
        return Receipts.seeOther("/receipt");
      } catch (Refused refused) {
        Forms.refuse(errors, at(refused));
      }
    }
    return page(form, HttpStatus.UNPROCESSABLE_ENTITY);
  }

  /** Before anything is sent: what others have been answered. Nothing is kept, and the form comes back as it was. */
  @PostMapping("/lodge/similar")
  @PreAuthorize("permitAll()")
  ModelAndView similar(@ModelAttribute("form") LodgePetitionForm form) {
    return page(form, HttpStatus.OK).addObject("similar",
        answers.alike(String.join("\n", form.title(), form.demand(), form.text())));
  }

  /** The register speaks of lists of parties; here there is one field for each. */
  private static Refused at(Refused refused) {
    var field = switch (refused.field()) {
      case "petitioners" -> "name";
      case "respondents" -> "respondent";
      case "demandPoints" -> "demand";
      default -> refused.field();
    };
    return Refused.at(field, refused.key(), refused.arguments().toArray());
  }

  private static ModelAndView page(LodgePetitionForm form, HttpStatus status) {
    return new ModelAndView("intake/lodge", status).addObject("form", form).addObject("demandClasses",
        List.of(DemandClass.CLAIM, DemandClass.SUGGESTION, DemandClass.REPORT));
  }
}
