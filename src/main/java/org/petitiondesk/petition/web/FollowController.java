package org.petitiondesk.petition.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.petitiondesk.documents.LetterId;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.petition.DissatisfactionService;
import org.petitiondesk.petition.FollowedPetition;
import org.petitiondesk.petition.PetitionFollowing;
import org.petitiondesk.petition.PetitionerService;
import org.petitiondesk.petition.ReconsiderationService;
import org.petitiondesk.petition.RecusalService;
import org.petitiondesk.petition.Satisfaction;
import org.petitiondesk.petition.Solved;
import org.petitiondesk.web.FollowSession;
import org.petitiondesk.web.Forms;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The petitioner's own page. Whoever opens it acts as the public, also an officer who happens to be logged in. */
@Controller
@RequestMapping("/follow")
class FollowController {

  private static final String CASE = "/follow/case";
  /** A dispute is followed on a page of its own, each side for itself. */
  private static final String MEDIATION = "/follow/mediation";

  private final PetitionFollowing following;
  private final PetitionerService petitioners;
  private final ReconsiderationService reconsiderations;
  private final RecusalService recusals;
  private final DissatisfactionService dissatisfaction;
  private final FollowSession session;

  FollowController(PetitionFollowing following, PetitionerService petitioners,
      ReconsiderationService reconsiderations, RecusalService recusals, DissatisfactionService dissatisfaction,
      FollowSession session) {
    this.following = following;
    this.petitioners = petitioners;
    this.reconsiderations = reconsiderations;
    this.recusals = recusals;
    this.dissatisfaction = dissatisfaction;
    this.session = session;
  }

  @GetMapping
  @PreAuthorize("permitAll()")
  ModelAndView form(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
    var open = session.page(request).filter(page -> code.isEmpty());
    return open.isPresent()
        ? to(open.get())
        : door(new FollowForm(code, ""), HttpStatus.OK);
  }

  @PostMapping
  @PreAuthorize("permitAll()")
  ModelAndView open(@ModelAttribute("form") FollowForm form, BindingResult errors, HttpServletRequest request) {
    var found = following.open(form.code(), form.secret(), request.getRemoteAddr());
    if (found.isEmpty()) {
      errors.reject("petition.follow.nothing");
      return door(form, HttpStatus.UNPROCESSABLE_ENTITY).addObject(BindingResult.MODEL_KEY_PREFIX + "form", errors);
    }
    if (following.isDispute(found.get())) {
      session.open(found.get(), MEDIATION, following.follower(form.code()), request);
      return to(MEDIATION);
    }
    session.open(found.get(), CASE, "", request);
    return to(CASE);
  }

  private Optional<CaseId> current(HttpServletRequest request) {
    return session.current(CASE, request).map(FollowSession.Followed::id);
  }

  @PostMapping("/leave")
  @PreAuthorize("permitAll()")
  ModelAndView leave(HttpServletRequest request) {
    session.leave(request);
    return to("/follow");
  }

  @GetMapping("/case")
  @PreAuthorize("permitAll()")
  ModelAndView show(HttpServletRequest request) {
    return current(request).map(id -> page(following.of(id), HttpStatus.OK)).orElseGet(FollowController::again);
  }

  @GetMapping("/letters/{letter}")
  @PreAuthorize("permitAll()")
  ModelAndView letter(@PathVariable LetterId letter, HttpServletRequest request) {
    return current(request)
        .map(id -> new ModelAndView("petition/follow-letter").addObject("letter", following.letter(id, letter)))
        .orElseGet(FollowController::again);
  }

  /** The same letter as plain text, to be kept on the telephone. */
  @GetMapping("/letters/{letter}/text")
  @PreAuthorize("permitAll()")
  Object text(@PathVariable LetterId letter, HttpServletRequest request) {
    return current(request).<Object>map(id -> {
      var read = following.letter(id, letter);
      return file(read.title() + " " + read.number() + ".txt", read.plainText());
    }).orElseGet(FollowController::again);
  }

  /** What was handed in, letter for letter: the text that the proof on the receipt is about. */
  @GetMapping("/copy")
  @PreAuthorize("permitAll()")
  Object copy(HttpServletRequest request) {
    return current(request).<Object>map(id -> file(following.of(id).code() + ".txt",
        following.copy(id).text())).orElseGet(FollowController::again);
  }

  @PostMapping("/supplement")
  @PreAuthorize("permitAll()")
  ModelAndView supplement(@ModelAttribute("supplement") AddSupplementForm form, BindingResult errors,
      @RequestParam(required = false) List<MultipartFile> material, HttpServletRequest request,
      RedirectAttributes redirect) {
    return act(errors, request, redirect, "petition.follow.done.supplement",
        id -> petitioners.supplement(id, form.text(), Upload.of(material)));
  }

  @PostMapping("/rating")
  @PreAuthorize("permitAll()")
  ModelAndView rate(@Valid @ModelAttribute("rating") FollowedRatingForm form, BindingResult errors,
      HttpServletRequest request, RedirectAttributes redirect) {
    return act(errors, request, redirect, "petition.follow.done.rating",
        id -> petitioners.rate(form.toCommand(id), Actor.PUBLIC));
  }

  @PostMapping("/withdrawal")
  @PreAuthorize("permitAll()")
  ModelAndView withdraw(@ModelAttribute("withdrawal") WithdrawPetitionForm form, BindingResult errors,
      HttpServletRequest request, RedirectAttributes redirect) {
    return act(errors, request, redirect, "petition.follow.done.withdrawal",
        id -> petitioners.withdraw(id, form.reason(), Actor.PUBLIC));
  }

  @PostMapping("/reconsideration")
  @PreAuthorize("permitAll()")
  ModelAndView ask(@Valid @ModelAttribute("reconsideration") AskReconsiderationForm form, BindingResult errors,
      @RequestParam(required = false) List<MultipartFile> material, HttpServletRequest request,
      RedirectAttributes redirect) {
    return act(errors, request, redirect, "petition.follow.done.reconsideration",
        id -> reconsiderations.ask(id, form.reasons(), Upload.of(material)));
  }

  @PostMapping("/dispute")
  @PreAuthorize("permitAll()")
  ModelAndView dispute(@Valid @ModelAttribute("dispute") FollowedDisputeForm form, BindingResult errors,
      HttpServletRequest request, RedirectAttributes redirect) {
    return act(errors, request, redirect, "petition.follow.done.dispute",
        id -> dissatisfaction.dispute(form.toCommand(id)));
  }

  @PostMapping("/recusal")
  @PreAuthorize("permitAll()")
  ModelAndView askRecusal(@Valid @ModelAttribute("recusal") FollowedRecusalForm form, BindingResult errors,
      HttpServletRequest request, RedirectAttributes redirect) {
    return act(errors, request, redirect, "petition.follow.done.recusal",
        id -> recusals.askByPetitioner(id, form.name(), form.reason()));
  }

  private ModelAndView act(BindingResult errors, HttpServletRequest request, RedirectAttributes redirect, String done,
      Consumer<CaseId> verb) {
    var id = current(request);
    if (id.isEmpty()) {
      return again();
    }
    if (following.of(id.get()).report()) {
      throw new Forbidden("petition.follow.not-for-reports");
    }
    if (!errors.hasErrors()) {
      try {
        verb.accept(id.get());
        Forms.done(redirect, done);
        return to(CASE);
      } catch (Refused refused) {
        Forms.refuse(errors, refused);
      }
    }
    var page = page(following.of(id.get()), HttpStatus.UNPROCESSABLE_ENTITY);
    page.addObject(errors.getObjectName(), errors.getTarget());
    return page.addObject(BindingResult.MODEL_KEY_PREFIX + errors.getObjectName(), errors);
  }

  private static ResponseEntity<byte[]> file(String name, String text) {
    return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private ModelAndView page(FollowedPetition petition, HttpStatus status) {
    if (petition.report()) {
      return new ModelAndView("petition/follow-report", status).addObject("petition", petition);
    }
    return new ModelAndView("petition/follow-case", status).addObject("petition", petition)
        .addObject("supplement", AddSupplementForm.empty()).addObject("rating", FollowedRatingForm.empty())
        .addObject("dispute", FollowedDisputeForm.empty())
        .addObject("disputable", dissatisfaction.mayDispute(petition.id()))
        .addObject("dissatisfaction", dissatisfaction.of(petition.id()))
        .addObject("recusal", FollowedRecusalForm.empty())
        .addObject("recusals", recusals.of(petition.id()).stream()
            .filter(asked -> asked.askedBy().equals(Actor.PUBLIC.id())).toList())
        .addObject("withdrawal", WithdrawPetitionForm.empty())
        .addObject("reconsideration", AskReconsiderationForm.empty()).addObject("solved", Solved.values())
        .addObject("grades", Satisfaction.values()).addObject("stages", FollowedPetition.STAGES);
  }

  private static ModelAndView door(FollowForm form, HttpStatus status) {
    return new ModelAndView("petition/follow", status).addObject("form", form);
  }

  /** The page was left open for too long. What was typed is kept by the browser and comes back with the page. */
  private static ModelAndView again() {
    return to("/follow?again");
  }

  private static ModelAndView to(String path) {
    var view = new RedirectView(path, true);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExposeModelAttributes(false);
    return new ModelAndView(view);
  }
}
