package org.petitiondesk.casefile.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.web.Csv;
import org.petitiondesk.web.Rules;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The register: every case that the reader may see, newest first. */
@Controller
class RegisterController {

  private static final int MOST = 10_000;

  private final CaseFiles files;
  private final RegisterSheet sheets;

  RegisterController(CaseFiles files, RegisterSheet sheets) {
    this.files = files;
    this.sheets = sheets;
  }

  /** What the filter shows, as a sheet. */
  @GetMapping("/register.csv")
  @PreAuthorize(Rules.CASE_WORK)
  ResponseEntity<byte[]> sheet(@ModelAttribute("filter") RegisterFilter filter, Actor actor) {
    var sheet = Csv.BOM + sheets.of(files.export(filter.toQuery(), actor, MOST));
    return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("register.csv").build().toString())
        .cacheControl(CacheControl.noStore()).body(sheet.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/register")
  @PreAuthorize("isAuthenticated()")
  ModelAndView list(@ModelAttribute("filter") RegisterFilter filter, @RequestParam Optional<String> after,
      Actor actor) {
    var page = files.find(filter.toQuery(), actor, after.filter(cursor -> !cursor.isBlank()));
    return new ModelAndView("casefile/register").addObject("rows", page.rows())
        .addObject("next", page.next().orElse(null)).addObject("statuses", CaseStatus.values())
        .addObject("kinds", CaseKind.values());
  }
}
