package org.petitiondesk.designer.web;

import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.petitiondesk.designer.DraftId;
import org.petitiondesk.designer.DraftService;
import org.petitiondesk.designer.ListedModel;
import org.petitiondesk.designer.ModelCatalog;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.StepFigures;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.web.Forms;
import org.petitiondesk.web.SeeOther;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The models, their versions, and how a draft begins. */
@Controller
class ModelController {

  private static final String NEW = "/designer/drafts/new";

  private final ModelCatalog models;
  private final DraftService drafts;

  ModelController(ModelCatalog models, DraftService drafts) {
    this.models = models;
    this.drafts = drafts;
  }

  @GetMapping("/designer")
  @PreAuthorize(Access.READ)
  ModelAndView list(Actor actor) {
    var byKind = models.all(actor).stream()
        .collect(Collectors.groupingBy(ListedModel::kind, TreeMap::new, Collectors.toList()));
    return new ModelAndView("designer/models").addObject("models", byKind).addObject("running", models.running(actor))
        .addObject("draws", models.isDesigner(actor));
  }

  @GetMapping("/designer/models/{kind}/{key}")
  @PreAuthorize(Access.READ)
  ModelAndView show(@PathVariable String kind, @PathVariable String key, @RequestParam(defaultValue = "") String heat,
      Actor actor) {
    var model = models.get(kind(kind), key, actor);
    return new ModelAndView("designer/model").addObject("model", model)
        .addObject("versions", models.versions(model.kind(), key, actor))
        .addObject("figures", models.figures(model)).addObject("heat", Heat.of(heat)).addObject("heats", Heat.values())
        .addObject("lookedAt", StepFigures.LOOKED_AT)
        .addObject("running", models.running(actor).getOrDefault(key, 0L))
        .addObject("draws", models.isDesigner(actor));
  }

  /** The process in force as a file, for the picture. As plain text: a browser that opens it must not carry it out. */
  @GetMapping("/designer/models/bpmn/{key}/picture")
  @PreAuthorize(Access.READ)
  ResponseEntity<String> picture(@PathVariable String key, Actor actor) {
    return ResponseEntity.ok().contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
        .header("X-Content-Type-Options", "nosniff").body(models.source(ModelKind.BPMN, key, actor));
  }

  /** From the version in force, or back to an older one. */
  @PostMapping("/designer/models/{kind}/{key}/drafts")
  @PreAuthorize(Access.DRAW)
  ModelAndView draw(@PathVariable String kind, @PathVariable String key, @RequestParam int version, Actor actor) {
    return drawing(drafts.fromVersion(kind(kind), key, version, actor));
  }

  /** A newer model of the product, the one that it was made from, and the one in force, side by side. */
  @GetMapping("/designer/models/{kind}/{key}/offer")
  @PreAuthorize(Access.READ)
  ModelAndView offer(@PathVariable String kind, @PathVariable String key, Actor actor) {
    return new ModelAndView("designer/offer").addObject("model", models.get(kind(kind), key, actor))
        .addObject("offer", models.offer(kind(kind), key, actor)).addObject("draws", models.isDesigner(actor));
  }

  @PostMapping("/designer/models/{kind}/{key}/offer")
  @PreAuthorize(Access.DRAW)
  ModelAndView takeUp(@PathVariable String kind, @PathVariable String key, @RequestParam boolean shipped, Actor actor) {
    return drawing(drafts.fromOffer(kind(kind), key, shipped, actor));
  }

  @GetMapping(NEW)
  @PreAuthorize(Access.DRAW)
  ModelAndView ask() {
    return page(StartModelForm.empty());
  }

  @PostMapping(NEW)
  @PreAuthorize(Access.DRAW)
  ModelAndView start(@Valid @ModelAttribute("form") StartModelForm form, BindingResult errors, Actor actor) {
    var id = new DraftId[1];
    if (Forms.carriedOut(errors, () -> id[0] = drafts.fromNothing(form.kind(), form.key(), form.name(), actor))) {
      return drawing(id[0]);
    }
    var again = page(form);
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  @PostMapping("/designer/drafts/file")
  @PreAuthorize(Access.DRAW)
  ModelAndView take(@RequestParam MultipartFile file, Actor actor) {
    try {
      var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
      return drawing(drafts.fromFile(name, file.getBytes(), actor));
    } catch (Refused refused) {
      return Forms.refused(page(StartModelForm.empty()), refused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModelAndView page(StartModelForm form) {
    return new ModelAndView("designer/new-draft").addObject("form", form).addObject("kinds", ModelKind.values());
  }

  private static ModelAndView drawing(DraftId id) {
    return SeeOther.to("/designer/drafts/" + id);
  }

  private static ModelKind kind(String ending) {
    return ModelKind.ofEnding(ending).orElseThrow(() -> new NotFound("designer.not-found.model"));
  }
}
