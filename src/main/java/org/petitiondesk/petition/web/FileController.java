package org.petitiondesk.petition.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionContents;
import org.petitiondesk.petition.PetitionFiles;
import org.petitiondesk.web.PageText;
import org.petitiondesk.web.Rules;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The case file (一案一档): to be printed, and to be taken out with its proof. */
@Controller
class FileController {

  private final PetitionFiles files;
  private final Turns turns;
  private final CaseExport export;
  private final PageText pageText;
  private final Clock clock;

  FileController(PetitionFiles files, Turns turns, CaseExport export, PageText pageText, Clock clock) {
    this.files = files;
    this.turns = turns;
    this.export = export;
    this.pageText = pageText;
    this.clock = clock;
  }

  @GetMapping("/petitions/{id}/file")
  @PreAuthorize("isAuthenticated()")
  ModelAndView show(@PathVariable CaseId id, Actor actor) {
    var contents = files.read(id, actor);
    return new ModelAndView("petition/file", model(contents, actor)).addObject("mayExport",
        files.mayExport(contents.petition(), actor));
  }

  /** Written straight into the answer, one file after another: the largest of them is all that is in memory. */
  @GetMapping("/petitions/{id}/file.zip")
  @PreAuthorize(Rules.CASE_WORK)
  void export(@PathVariable CaseId id, Actor actor, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var contents = files.export(id, actor);
    var model = new HashMap<>(model(contents, actor));
    model.put("style", export.style());
    var page = pageText.of("petition/file-export", model, request, response);
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(contents.petition().code() + ".zip").build().toString());
    export.write(contents, page, response.getOutputStream());
  }

  private Map<String, Object> model(PetitionContents contents, Actor actor) {
    return Map.of("file", contents, "petition", contents.petition(), "turns", turns.of(contents.petition().id()), "now",
        clock.instant(), "reader", actor.name());
  }
}
