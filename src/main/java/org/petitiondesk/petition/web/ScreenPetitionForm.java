package org.petitiondesk.petition.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.DemandPoint;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.ScreenPetition;
import org.petitiondesk.petition.Screening;
import org.petitiondesk.petition.ScreeningVerdict;
import org.petitiondesk.petition.Suggestion;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * @param reportBy null when none is set
 * @param target code of one of the look-alikes; empty when {@code targetCode} was typed instead
 */
record ScreenPetitionForm(String item,
    @NotNull(message = "{petition.form.required.verdict}") ScreeningVerdict verdict,
    @NotBlank(message = "{petition.form.required.category}") @Written(max = 60) String category,
    @NotNull(message = "{petition.form.required.demand-class}") DemandClass demandClass,
    @NotNull(message = "{petition.form.required.route}") @Min(value = 1, message = "{petition.form.required.route}") @Max(value = 6, message = "{petition.form.required.route}") Integer route,
    @NotNull(message = "{petition.form.required.urgency}") Urgency urgency, Boolean simpleTrack,
    List<@Written(max = 2000) String> points, @Written(max = 60) String leadUnit,
    List<@Written(max = 60) String> coUnits, @Written String reason, @Written(max = 200) String competentBody,
    @Written(max = 200) String procedureTerm, @Written(max = 60) String target, @Written(max = 60) String targetCode,
    @DateTimeFormat(iso = ISO.DATE) LocalDate reportBy) {

  ScreenPetitionForm {
    item = Blank.when(item);
    category = Blank.when(category);
    simpleTrack = Blank.when(simpleTrack);
    points = Blank.when(points);
    leadUnit = Blank.when(leadUnit);
    coUnits = Blank.when(coUnits);
    reason = Blank.when(reason);
    competentBody = Blank.when(competentBody);
    procedureTerm = Blank.when(procedureTerm);
    target = Blank.when(target);
    targetCode = Blank.when(targetCode);
  }

  /** As the tables propose; what was decided at an earlier screening stands before that. */
  static ScreenPetitionForm prepared(String item, CaseFile petition, List<DemandPoint> points, Suggestion suggestion,
      Optional<Screening> before) {
    var route = before.map(Screening::route).orElse(suggestion.route());
    return new ScreenPetitionForm(item, route == ScreenPetition.PETITION_PROCEDURE
        ? ScreeningVerdict.ACCEPT
        : ScreeningVerdict.GUIDE, before.map(Screening::category).orElse(suggestion.category()),
        petition.demandClass(), route, before.map(Screening::urgency).orElse(suggestion.urgency()),
        before.map(Screening::simpleTrack).orElse(suggestion.simpleTrack()),
        points.stream().map(DemandPoint::text).toList(), suggestion.leadUnit().orElse(""), List.of(), "", "", "", "",
        "", null);
  }

  /** What was typed counts before what was ticked. */
  String wantedTarget() {
    return targetCode.isBlank() ? target : targetCode.strip();
  }

  ScreenPetition toCommand(CaseId id, Optional<CaseId> mergeInto) {
    return new ScreenPetition(id, item, verdict, category, demandClass, route, urgency, simpleTrack,
        points.stream().filter(point -> !point.isBlank()).toList(), leadUnit, coUnits, reason, competentBody,
        procedureTerm, mergeInto, Optional.ofNullable(reportBy));
  }
}
