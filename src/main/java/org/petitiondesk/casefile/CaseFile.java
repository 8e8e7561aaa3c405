package org.petitiondesk.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;

/**
 * One case of the register.
 *
 * @param code number in the register, XF2026-000123
 * @param leader the leader in charge (包案领导), who answers for the case by name
 * @param officer who handles it in the lead unit
 * @param version counts the changes; a write that was begun on another version is refused
 */
public record CaseFile(CaseId id, String code, CaseKind kind, Channel channel, DemandClass demandClass,
    LocalDate receivedOn, Instant registeredAt, String registeringUnit, String territory, Optional<String> category,
    Urgency urgency, boolean simpleTrack, String title, String text, boolean anonymous, CaseStatus status,
    Optional<ClosingState> closingState, Optional<String> leadUnit, List<String> coUnits, Optional<String> leader,
    Optional<String> officer, String registeredBy, Optional<CaseId> mergedInto, int version) {

  public CaseFile {
    coUnits = List.copyOf(coUnits);
  }

  public boolean isReport() {
    return demandClass == DemandClass.REPORT;
  }

  public boolean isClosed() {
    return status == CaseStatus.CLOSED;
  }
}
