package org.petitiondesk.documents.web;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.StoredDocument;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out what others handed in, so that a browser keeps it and does not run it. */
@Controller
class DocumentController {

  /** What a browser shows without running anything. */
  private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  private final Documents documents;
  private final CaseSight sight;

  DocumentController(Documents documents, CaseSight sight) {
    this.documents = documents;
    this.sight = sight;
  }

  @GetMapping("/cases/{caseId}/documents/{id}")
  @PreAuthorize("isAuthenticated()")
  ResponseEntity<byte[]> download(@PathVariable CaseId caseId, @PathVariable DocumentId id, Actor actor) {
    sight.require(caseId, actor);
    var document = documents.get(id);
    if (!document.caseId().equals(caseId)) {
      throw new NotFound("documents.not-found");
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(document).toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .contentType(MediaType.parseMediaType(document.mediaType()))
        .body(documents.content(id));
  }

  private static ContentDisposition disposition(StoredDocument document) {
    var kind = SHOWN.contains(document.mediaType()) ? ContentDisposition.inline() : ContentDisposition.attachment();
    return kind.filename(safe(document.name()), StandardCharsets.UTF_8).build();
  }

  /** As a name on the reader's disk: no path, no control characters, nothing that turns the direction of reading. */
  private static String safe(String name) {
    var safe = new StringBuilder();
    name.codePoints().forEach(c -> safe.appendCodePoint(isUnsafe(c) ? '_' : c));
    return safe.toString();
  }

  private static boolean isUnsafe(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE || "/\\:*?\"<>|".indexOf(c) >= 0;
  }
}
