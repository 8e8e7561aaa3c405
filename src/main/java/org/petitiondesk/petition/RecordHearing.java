package org.petitiondesk.petition;

import java.time.LocalDate;
import java.util.List;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.CaseId;

/**
 * What became of a hearing.
 *
 * @param held false when it did not take place; then {@code record} says why
 * @param signatures who signed the record, and who would not
 * @param files the signed record
 */
public record RecordHearing(CaseId id, String item, boolean held, LocalDate heldOn, String record, String signatures,
    List<Upload> files) {}
