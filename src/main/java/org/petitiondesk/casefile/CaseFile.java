package org.petitiondesk.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.kernel.CaseId;

/**
 * One case of the register.
 *
 * @param code number in the register, XF2026-000123
 * @param leader the leader in charge (包案领导), who answers for the case by name
 * @param officer who handles it in the lead unit
 * @param filed closed and filed away (归档); what is closed and not filed is still held by something
 * @param version counts the changes; a write that was begun on another version is refused
 */
public record CaseFile(CaseId id, String code, CaseKind kind, Channel channel, DemandClass demandClass,
    LocalDate receivedOn, Instant registeredAt, String registeringUnit, String territory, Optional<String> category,
    Urgency urgency, boolean simpleTrack, String title, String text, boolean anonymous, CaseStatus status,
    Optional<ClosingState> closingState, Optional<String> leadUnit, List<String> coUnits, Optional<String> leader,
    Optional<String> officer, String registeredBy, Optional<CaseId> mergedInto, boolean filed, int version) {

  public CaseFile {
    coUnits = List.copyOf(coUnits);
  }

  public boolean isReport() {
    return demandClass == DemandClass.REPORT;
  }

  public boolean isClosed() {
    return status == CaseStatus.CLOSED;
  }

  /** Closed, and something still keeps it from being filed away. */
  public boolean isHeld() {
    return isClosed() && !filed;
  }

  CaseFile screened(String category, Urgency urgency, boolean simpleTrack, DemandClass demandClass) {
    refuseWhenClosed(status);
    return with(demandClass, Optional.of(category), urgency, simpleTrack, status, closingState, leadUnit, coUnits,
        leader, officer, mergedInto);
  }

  /** A new assignment forgets who had the case in the unit before. */
  CaseFile assigned(String leadUnit, List<String> coUnits) {
    refuseUnless(CaseStatus.ASSIGNED);
    return with(demandClass, category, urgency, simpleTrack, CaseStatus.ASSIGNED, closingState, Optional.of(leadUnit),
        coUnits, Optional.empty(), Optional.empty(), mergedInto);
  }

  CaseFile accepted(String officer, String leader) {
    refuseUnless(CaseStatus.HANDLING);
    return with(demandClass, category, urgency, simpleTrack, CaseStatus.HANDLING, closingState, leadUnit, coUnits,
        Optional.of(leader), Optional.of(officer), mergedInto);
  }

  /** One more unit helps; only while it is handled. */
  CaseFile helped(String unit) {
    if (status != CaseStatus.HANDLING) {
      throw new IllegalCaseStatus(code, status, CaseStatus.HANDLING);
    }
    return with(demandClass, category, urgency, simpleTrack, status, closingState, leadUnit,
        Stream.concat(coUnits.stream(), Stream.of(unit)).toList(), leader, officer, mergedInto);
  }

  /** Somebody else handles it or answers for it; only once it was accepted. */
  CaseFile inHands(String officer, String leader) {
    if (this.officer.isEmpty() || this.leader.isEmpty()) {
      throw new IllegalCaseStatus(code, status, CaseStatus.HANDLING);
    }
    refuseWhenClosed(CaseStatus.HANDLING);
    return with(demandClass, category, urgency, simpleTrack, status, closingState, leadUnit, coUnits,
        Optional.of(leader), Optional.of(officer), mergedInto);
  }

  CaseFile moved(CaseStatus to) {
    refuseUnless(to);
    return with(demandClass, category, urgency, simpleTrack, to, Optional.empty(), leadUnit, coUnits, leader, officer,
        mergedInto);
  }

  CaseFile closed(ClosingState as) {
    refuseUnless(CaseStatus.CLOSED);
    return with(demandClass, category, urgency, simpleTrack, CaseStatus.CLOSED, Optional.of(as), leadUnit, coUnits,
        leader, officer, mergedInto);
  }

  CaseFile mergedInto(CaseId target) {
    refuseUnless(CaseStatus.CLOSED);
    return with(demandClass, category, urgency, simpleTrack, CaseStatus.CLOSED, Optional.of(ClosingState.MERGED),
        leadUnit, coUnits, leader, officer, Optional.of(target));
  }

  /** Nothing that is read changes, but what was written on the version before is stale. */
  CaseFile touched() {
    refuseWhenClosed(status);
    return with(demandClass, category, urgency, simpleTrack, status, closingState, leadUnit, coUnits, leader, officer,
        mergedInto);
  }

  private void refuseWhenClosed(CaseStatus wanted) {
    if (isClosed()) {
      throw new IllegalCaseStatus(code, status, wanted);
    }
  }

  private void refuseUnless(CaseStatus wanted) {
    if (!status.mayBecome(wanted)) {
      throw new IllegalCaseStatus(code, status, wanted);
    }
  }

  private CaseFile with(DemandClass demandClass, Optional<String> category, Urgency urgency, boolean simpleTrack,
      CaseStatus status, Optional<ClosingState> closingState, Optional<String> leadUnit, List<String> coUnits,
      Optional<String> leader, Optional<String> officer, Optional<CaseId> mergedInto) {
    return new CaseFile(id, code, kind, channel, demandClass, receivedOn, registeredAt, registeringUnit, territory,
        category, urgency, simpleTrack, title, text, anonymous, status, closingState, leadUnit, coUnits, leader,
        officer, registeredBy, mergedInto, filed, version + 1);
  }
}
