package org.petitiondesk.escalation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/**
 * A written reminder (催办) or criticism (通报), as it was issued. An official paper: it is in Chinese whatever language
 * the reader has.
 *
 * @param kind {@link AlarmAction#NOTICE} or {@link AlarmAction#CRITICISM}
 * @param number 催办〔2026〕12号
 * @param issuer the petition office that registered the case
 * @param unit to which it is addressed
 * @param text paragraphs
 */
public record WrittenNotice(UUID id, AlarmAction kind, String number, CaseId caseId, String issuer, String unit,
    List<String> text, String issuedBy, Instant issuedAt) {}
