package org.petitiondesk.documents.web;

import java.nio.charset.StandardCharsets;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.FileNames;
import org.petitiondesk.documents.StoredDocument;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Hands out what others handed in, so that a browser keeps it and does not run it. */
@Controller
class DocumentController {

  private final Documents documents;
  private final CaseSight sight;

  DocumentController(Documents documents, CaseSight sight) {
    this.documents = documents;
    this.sight = sight;
  }

  @GetMapping("/cases/{caseId}/documents/{id}")
  @PreAuthorize("isAuthenticated()")
  ResponseEntity<byte[]> download(@PathVariable CaseId caseId, @PathVariable DocumentId id, Actor actor) {
    sight.look(caseId, actor);
    var document = documents.open(caseId, id, actor);
    var preview = Preview.of(document);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(document, preview).toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", preview.contentPolicy())
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .contentType(MediaType.parseMediaType(document.mediaType()))
        .body(documents.content(id));
  }

  /** The file within a page of ours: a picture, a PDF or the beginning of a text; of others only what is known of them. */
  @GetMapping("/cases/{caseId}/documents/{id}/preview")
  @PreAuthorize("isAuthenticated()")
  ModelAndView preview(@PathVariable CaseId caseId, @PathVariable DocumentId id, Actor actor) {
    sight.look(caseId, actor);
    var document = documents.of(caseId, id);
    var preview = Preview.of(document);
    var page = new ModelAndView("documents/preview").addObject("document", document).addObject("preview", preview);
    if (preview == Preview.TEXT) {
      documents.open(caseId, id, actor);
      page.addObject("text", TextBeginning.of(documents.content(id)));
    }
    return page;
  }

  private static ContentDisposition disposition(StoredDocument document, Preview preview) {
    var kind = preview == Preview.PICTURE || preview == Preview.PDF
        ? ContentDisposition.inline()
        : ContentDisposition.attachment();
    return kind.filename(FileNames.safe(document.name()), StandardCharsets.UTF_8).build();
  }
}
