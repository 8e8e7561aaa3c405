package org.petitiondesk.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;

/**
 * A letter as it was signed. Its text never changes; only what became of it does.
 *
 * @param number of its unit and year, without gaps: 临信〔2026〕12号
 * @param body plain text
 * @param proof of delivery: message id, number of the registered post, or what the officer wrote
 */
public record Letter(LetterId id, CaseId caseId, String template, String number, String title, String body, String unit,
    Recipient recipient, DeliveryMethod method, LetterState state, Instant issuedAt, Optional<LocalDate> deliveredOn,
    Optional<String> proof) {}
