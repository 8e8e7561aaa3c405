package org.petitiondesk.documents;

import java.util.Map;
import org.petitiondesk.kernel.CaseId;

/**
 * The wish to send a letter.
 *
 * @param template stem of the text under processes/&lt;module&gt;/letters/
 * @param unit id of the unit that signs and numbers it
 * @param facts what the text asks for, by name: texts, numbers, dates, and lists of maps for repeated parts. The texts
 *     {@code number}, {@code unitName}, {@code date} and {@code recipient} are known without being told.
 */
public record IssueLetter(CaseId caseId, String template, String unit, Recipient recipient, DeliveryMethod method,
    Map<String, Object> facts) {

  public IssueLetter {
    facts = Map.copyOf(facts);
  }
}
