package org.petitiondesk.documents;

import java.time.Instant;
import org.petitiondesk.kernel.CaseId;

/**
 * A file of a case.
 *
 * @param name as it was handed in, unchanged; escape it where it is shown
 * @param mediaType told from the content
 * @param addedBy actor id
 */
public record StoredDocument(DocumentId id, CaseId caseId, DocumentKind kind, String name, String mediaType, long size,
    String sha256, String addedBy, Instant addedAt) {}
