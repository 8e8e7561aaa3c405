package org.petitiondesk.intake.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.intake.Lodging;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Units;
import org.petitiondesk.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The counter: an officer writes down what somebody brings, says or has sent. */
@Controller
class CounterController {

  private final Lodging lodging;
  private final CaseFiles files;
  private final Units units;
  private final Clock clock;

  CounterController(Lodging lodging, CaseFiles files, Units units, Clock clock) {
    this.lodging = lodging;
    this.files = files;
    this.units = units;
    this.clock = clock;
  }

  @GetMapping("/petitions/new")
  @PreAuthorize("hasRole('OFFICER')")
  ModelAndView form() {
    return page(RegisterPetitionForm.empty(Dates.today(clock)));
  }

  @PostMapping("/petitions/new")
  @PreAuthorize("hasRole('OFFICER')")
  ModelAndView register(@Valid @ModelAttribute("form") RegisterPetitionForm form, BindingResult errors,
      @RequestParam(required = false) List<MultipartFile> attachments, Actor actor, RedirectAttributes redirect) {
    if (!errors.hasErrors()) {
      try {
        var command = form.toCommand(actor.unit(), units, Upload.of(attachments));
        var receipt = lodging.fromForm(form.token(), command, actor);
        Receipts.hand(receipt, redirect);
        return Receipts.seeOther("/petitions/" + receipt.id() + "/receipt");
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    var again = page(form);
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  /** For the hint beside the title: what is on the register already. */
  @PostMapping("/petitions/new/similar")
  @PreAuthorize("hasRole('OFFICER')")
  ModelAndView similar(@ModelAttribute("form") RegisterPetitionForm form, Actor actor) {
    var petitioners = form.petitioners().stream().filter(row -> !row.isEmpty()).map(PetitionerRow::toParty).toList();
    return new ModelAndView("intake/new :: similar").addObject("similar",
        files.similar(form.title(), form.territory(), petitioners, actor));
  }

  /** Right after registering, with the secret; later without it. */
  @GetMapping("/petitions/{id}/receipt")
  @PreAuthorize("hasRole('OFFICER')")
  ModelAndView receipt(@PathVariable CaseId id, Model model, Actor actor) {
    var page = new ModelAndView("intake/counter-receipt").addObject("id", id);
    if (!Receipts.isAt(model, id)) {
      page.addObject("code", files.open(id, actor).code()).addObject("trackingCode", files.trackingCode(id));
    }
    return page;
  }

  private static ModelAndView page(RegisterPetitionForm form) {
    return new ModelAndView("intake/new").addObject("form", form).addObject("channels", RegisterPetitionForm.CHANNELS)
        .addObject("demandClasses", DemandClass.values()).addObject("blankPetitioner", PetitionerRow.empty())
        .addObject("blankRespondent", RespondentRow.empty()).addObject("blankPoint", new PointRow(""))
        .addObject("mark", "__index__");
  }
}
