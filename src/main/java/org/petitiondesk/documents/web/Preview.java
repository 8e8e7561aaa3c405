package org.petitiondesk.documents.web;

import java.util.Set;
import org.petitiondesk.documents.StoredDocument;

/** How a file is shown without leaving the desk; its media type was told from its content, never from its name. */
enum Preview {
  PICTURE, PDF, TEXT, NONE;

  private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  static Preview of(StoredDocument document) {
    if (PICTURES.contains(document.mediaType())) {
      return PICTURE;
    }
    return switch (document.mediaType()) {
      case "application/pdf" -> PDF;
      case "text/plain" -> TEXT;
      default -> NONE;
    };
  }

  /**
   * Under which the file itself is handed out: it runs nothing and reaches nothing. Browsers show a PDF with a part of
   * their own, which a sandbox would shut out.
   */
  String contentPolicy() {
    return this == PDF
        ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
        : "default-src 'none'; sandbox";
  }
}
