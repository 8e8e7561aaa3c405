package org.petitiondesk.escalation;

import java.time.Instant;
import java.util.UUID;
import org.petitiondesk.documents.LetterText;
import org.petitiondesk.kernel.CaseId;

/**
 * A written reminder (催办) or criticism (通报), in the name of the office that registered the case.
 *
 * @param kind {@link AlarmAction#NOTICE} or {@link AlarmAction#CRITICISM}
 * @param unit to which it is addressed
 * @param paper as it was issued
 */
public record WrittenNotice(UUID id, AlarmAction kind, CaseId caseId, String unit, LetterText paper,
    Instant issuedAt) {

  /** 临信催〔2026〕12号 */
  public String number() {
    return paper.number();
  }
}
