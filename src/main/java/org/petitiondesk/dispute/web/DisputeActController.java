package org.petitiondesk.dispute.web;

import java.util.Optional;
import java.util.function.Consumer;
import org.petitiondesk.dispute.AgreementService;
import org.petitiondesk.dispute.MediationService;
import org.petitiondesk.dispute.Side;
import org.petitiondesk.dispute.Via;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Forms;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the committee does about a dispute at any time, without an item: from its page. */
@Controller
class DisputeActController {

  private static final String COMMITTEE = "hasAnyRole('MEDIATOR', 'LEADER')";

  private final MediationService mediation;
  private final AgreementService agreements;
  private final DisputePages pages;

  DisputeActController(MediationService mediation, AgreementService agreements, DisputePages pages) {
    this.mediation = mediation;
    this.agreements = agreements;
    this.pages = pages;
  }

  /** The slip with the code of a side; shown once and kept nowhere. */
  @PostMapping("/disputes/{id}/codes")
  @PreAuthorize(COMMITTEE)
  ModelAndView handOut(@PathVariable CaseId id, @ModelAttribute("form") DisputeActForm form, BindingResult errors,
      Actor actor) {
    var page = pages.show(id, form, actor);
    try {
      var side = side(form);
      page.addObject("code", mediation.handOutCode(id, side, actor)).addObject("codeFor", side);
      page.setViewName("dispute/code");
      return page;
    } catch (Refused refused) {
      Forms.refuse(errors, refused);
      return DisputePages.again(page);
    }
  }

  @PostMapping("/disputes/{id}/mediators")
  @PreAuthorize("hasRole('LEADER')")
  ModelAndView replace(@PathVariable CaseId id, @ModelAttribute("form") DisputeActForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    return act(id, form, errors, actor, redirect,
        typed -> mediation.replace(id, typed.account(), typed.reason(), typed.unrelated(), actor));
  }

  @PostMapping("/disputes/{id}/helpers")
  @PreAuthorize(COMMITTEE)
  ModelAndView invite(@PathVariable CaseId id, @ModelAttribute("form") DisputeActForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    return act(id, form, errors, actor, redirect,
        typed -> mediation.invite(id, typed.name(), typed.calling(), typed.agreed(), actor));
  }

  @PostMapping("/disputes/{id}/records")
  @PreAuthorize(COMMITTEE)
  ModelAndView record(@PathVariable CaseId id, @ModelAttribute("form") DisputeActForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    return act(id, form, errors, actor, redirect, typed -> mediation.record(id, Optional.ofNullable(typed.side()),
        typed.confidential(), typed.text(), typed.heardOn(), Upload.of(typed.files()), actor));
  }

  @PostMapping("/disputes/{id}/extension")
  @PreAuthorize(COMMITTEE)
  ModelAndView extend(@PathVariable CaseId id, @ModelAttribute("form") DisputeActForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    return act(id, form, errors, actor, redirect,
        typed -> mediation.extend(id, typed.length() == null ? 0 : typed.length(), typed.reason(), typed.agreed(),
            actor));
  }

  @PostMapping("/disputes/{id}/withdrawal")
  @PreAuthorize(COMMITTEE)
  ModelAndView withdraw(@PathVariable CaseId id, @ModelAttribute("form") DisputeActForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    return act(id, form, errors, actor, redirect,
        typed -> mediation.withdraw(id, side(typed), typed.reason(), Via.OFFICE, actor));
  }

  @PostMapping("/disputes/{id}/dangers")
  @PreAuthorize(COMMITTEE)
  ModelAndView reportDanger(@PathVariable CaseId id, @ModelAttribute("form") DisputeActForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    return act(id, form, errors, actor, redirect, typed -> mediation.reportDanger(id, typed.words(), actor));
  }

  @PostMapping("/disputes/{id}/performances")
  @PreAuthorize(COMMITTEE)
  ModelAndView perform(@PathVariable CaseId id, @ModelAttribute("form") DisputeActForm form, BindingResult errors,
      Actor actor, RedirectAttributes redirect) {
    return act(id, form, errors, actor, redirect, typed -> {
      if (typed.performed() == null) {
        throw Refused.at("performed", "dispute.refused.performed-or-not");
      }
      agreements.record(id, typed.part() == null ? 0 : typed.part(), typed.performed(), typed.on(), typed.words(),
          Upload.of(typed.files()), actor);
    });
  }

  @PostMapping("/disputes/{id}/confirmations")
  @PreAuthorize(COMMITTEE)
  ModelAndView askConfirmation(@PathVariable CaseId id, @ModelAttribute("form") DisputeActForm form,
      BindingResult errors, Actor actor, RedirectAttributes redirect) {
    return act(id, form, errors, actor, redirect,
        typed -> agreements.askConfirmation(id, typed.court(), typed.askedOn(), actor));
  }

  private ModelAndView act(CaseId id, DisputeActForm form, BindingResult errors, Actor actor,
      RedirectAttributes redirect, Consumer<DisputeActForm> act) {
    mediation.get(id, actor);
    if (Forms.carriedOut(errors, () -> act.accept(form))) {
      return DisputePages.done(id, redirect, "recorded");
    }
    return DisputePages.again(pages.show(id, form, actor));
  }

  private static Side side(DisputeActForm form) {
    return Optional.ofNullable(form.side()).orElseThrow(() -> Refused.at("side", "dispute.refused.part-side"));
  }
}
