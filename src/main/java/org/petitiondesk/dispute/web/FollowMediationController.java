package org.petitiondesk.dispute.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.petitiondesk.dispute.AgreementService;
import org.petitiondesk.dispute.DisputeFollowing;
import org.petitiondesk.dispute.MediationService;
import org.petitiondesk.dispute.Side;
import org.petitiondesk.dispute.Via;
import org.petitiondesk.documents.LetterId;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.FollowSession;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which each side follows its mediation for itself: the door at {@code /follow} has asked for its code. Whoever
 * opens it acts as the public.
 */
@Controller
@RequestMapping("/follow/mediation")
class FollowMediationController {

  private static final String PAGE = "/follow/mediation";

  private final DisputeFollowing following;
  private final MediationService mediation;
  private final AgreementService agreements;
  private final FollowSession session;

  FollowMediationController(DisputeFollowing following, MediationService mediation, AgreementService agreements,
      FollowSession session) {
    this.following = following;
    this.mediation = mediation;
    this.agreements = agreements;
    this.session = session;
  }

  /** @param side the code of the receipt is the applicant's */
  private record Reader(CaseId id, Side side) {}

  @GetMapping
  @PreAuthorize("permitAll()")
  ModelAndView show(HttpServletRequest request) {
    return reader(request).map(reader -> page(reader).addObject("form", FollowMediationForm.empty()))
        .orElseGet(FollowMediationController::door);
  }

  @GetMapping("/letters/{letter}")
  @PreAuthorize("permitAll()")
  ModelAndView letter(@PathVariable LetterId letter, HttpServletRequest request) {
    return reader(request).map(reader -> new ModelAndView("dispute/follow-letter").addObject("letter",
        following.letter(reader.id(), reader.side(), letter))).orElseGet(FollowMediationController::door);
  }

  @PostMapping("/consent")
  @PreAuthorize("permitAll()")
  ModelAndView consent(@ModelAttribute("form") FollowMediationForm form, BindingResult errors,
      HttpServletRequest request, RedirectAttributes redirect) {
    return act(form, errors, request, redirect, (reader, typed) -> mediation.consent(reader.id(), reader.side(),
        typed.requireYes(), typed.words()));
  }

  @PostMapping("/session")
  @PreAuthorize("permitAll()")
  ModelAndView answer(@ModelAttribute("form") FollowMediationForm form, BindingResult errors,
      HttpServletRequest request, RedirectAttributes redirect) {
    return act(form, errors, request, redirect, (reader, typed) -> mediation.answer(reader.id(), reader.side(),
        typed.shown(), typed.requireYes(), typed.words()));
  }

  @PostMapping("/signature")
  @PreAuthorize("permitAll()")
  ModelAndView sign(@ModelAttribute("form") FollowMediationForm form, BindingResult errors,
      HttpServletRequest request, RedirectAttributes redirect) {
    return act(form, errors, request, redirect, (reader, typed) -> {
      if (!typed.requireYes()) {
        throw Refused.at("yes", "dispute.refused.sign-or-leave");
      }
      agreements.sign(reader.id(), reader.side(), typed.shown());
    });
  }

  @PostMapping("/performances")
  @PreAuthorize("permitAll()")
  ModelAndView say(@ModelAttribute("form") FollowMediationForm form, BindingResult errors,
      HttpServletRequest request, RedirectAttributes redirect) {
    return act(form, errors, request, redirect, (reader, typed) -> agreements.say(reader.id(), reader.side(),
        typed.part() == null ? 0 : typed.part(), typed.requireYes(), typed.words()));
  }

  @PostMapping("/withdrawal")
  @PreAuthorize("permitAll()")
  ModelAndView withdraw(@ModelAttribute("form") FollowMediationForm form, BindingResult errors,
      HttpServletRequest request, RedirectAttributes redirect) {
    return act(form, errors, request, redirect, (reader, typed) -> mediation.withdraw(reader.id(), reader.side(),
        typed.reason(), Via.PORTAL, Actor.PUBLIC));
  }

  private ModelAndView act(FollowMediationForm form, BindingResult errors, HttpServletRequest request,
      RedirectAttributes redirect, BiConsumer<Reader, FollowMediationForm> act) {
    var reader = reader(request);
    if (reader.isEmpty()) {
      return door();
    }
    var shown = following.of(reader.get().id(), reader.get().side());
    if (form.side() != shown.side() || !form.code().equals(shown.code())) {
      throw new Conflict("dispute.conflict.other-side");
    }
    if (Forms.carriedOut(errors, () -> act.accept(reader.get(), form))) {
      Forms.done(redirect, "dispute.follow.done");
      return SeeOther.to(PAGE);
    }
    return DisputePages.again(page(reader.get()));
  }

  private Optional<Reader> reader(HttpServletRequest request) {
    return session.current(PAGE, request).map(followed -> new Reader(followed.id(),
        followed.follower().isEmpty() ? Side.APPLICANT : Side.valueOf(followed.follower())));
  }

  private ModelAndView page(Reader reader) {
    return new ModelAndView("dispute/follow").addObject("dispute", following.of(reader.id(), reader.side()));
  }

  /** The page was left open for too long. */
  private static ModelAndView door() {
    return SeeOther.to("/follow?again");
  }
}
