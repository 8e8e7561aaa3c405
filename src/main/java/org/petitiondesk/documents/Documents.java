package org.petitiondesk.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of all cases. Knows no row rule: whoever shows a file asks for sight of its case first. */
@Component
public class Documents {

  private final FileInspection inspection;
  private final DocumentRepository repository;
  private final AuditTrail audit;
  private final Clock clock;

  Documents(FileInspection inspection, DocumentRepository repository, AuditTrail audit, Clock clock) {
    this.inspection = inspection;
    this.repository = repository;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Files an upload with a case. Refused: {@code documents.refused.name}, {@code .empty}, {@code .too-large},
   * {@code .type-lie}, {@code .type-not-allowed}.
   */
  @Transactional
  public DocumentId add(CaseId caseId, DocumentKind kind, Upload upload, Actor actor) {
    var type = inspection.inspect(upload);
    var document = new StoredDocument(DocumentId.next(), caseId, kind, upload.fileName(), type.mediaType(),
        upload.content().length, sha256(upload.content()), actor.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    repository.keep(document.sha256(), upload.content());
    repository.insert(document);
    // The name of a file often holds the name of a person: the chain gets what identifies the content instead.
    audit.append(caseId, actor, "document.added", Map.of("document", document.id().toString(), "kind", kind.name(),
        "mediaType", document.mediaType(), "size", document.size(), "sha256", document.sha256()));
    return document.id();
  }

  /** Oldest first; restricted ones are not among them. */
  @Transactional(readOnly = true)
  public List<StoredDocument> of(CaseId caseId) {
    return repository.of(caseId).stream().filter(document -> document.kind() != DocumentKind.RESTRICTED).toList();
  }

  @Transactional(readOnly = true)
  public StoredDocument get(DocumentId id) {
    return repository.find(id).orElseThrow(() -> new NotFound("documents.not-found"));
  }

  /** For a reader who has sight of the case; that this file was looked at is on record. */
  @Transactional
  public StoredDocument open(CaseId caseId, DocumentId id, Actor actor) {
    var document = of(caseId, id);
    audit.append(caseId, actor, "document.viewed",
        Map.of("document", id.toString(), "sha256", document.sha256()));
    return document;
  }

  /** A restricted file, for a reader whom the module that keeps it lets see it; that it was looked at is on record. */
  @Transactional
  public StoredDocument openRestricted(DocumentId id, Actor actor) {
    var document = get(id);
    audit.append(document.caseId(), actor, "document.viewed",
        Map.of("document", id.toString(), "sha256", document.sha256()));
    return document;
  }

  /** A file of another case is not found, and no restricted one. */
  @Transactional(readOnly = true)
  public StoredDocument of(CaseId caseId, DocumentId id) {
    var document = get(id);
    if (!document.caseId().equals(caseId) || document.kind() == DocumentKind.RESTRICTED) {
      throw new NotFound("documents.not-found");
    }
    return document;
  }

  @Transactional(readOnly = true)
  public byte[] content(DocumentId id) {
    return repository.content(id);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
