package org.petitiondesk.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.kernel.CaseId;

/**
 * The screening decision of the petition office.
 *
 * @param item the work item that is being done
 * @param category code of the content category
 * @param route 1–6 of 《信访工作条例》 Art. 31
 * @param points the demand points as the officer has sorted them; each must be answered later
 * @param leadUnit with ACCEPT: exactly one
 * @param reason with GUIDE, REFUSE, MERGE and MEDIATE the facts and grounds; with SUPPLEMENT the question
 * @param competentBody with GUIDE: who is competent
 * @param procedureTerm with GUIDE: that procedure's own time limit
 * @param target with MERGE: the case that goes on
 * @param reportBy with ACCEPT: the day set for the closing report (交办); without one the matter is passed on (转送)
 */
public record ScreenPetition(CaseId id, String item, ScreeningVerdict verdict, String category, DemandClass demandClass,
    int route, Urgency urgency, boolean simpleTrack, List<String> points, String leadUnit, List<String> coUnits,
    String reason, String competentBody, String procedureTerm, Optional<CaseId> target,
    Optional<LocalDate> reportBy) {

  /** The route that ends in a handling opinion; the others lead out of the petition procedure. */
  public static final int PETITION_PROCEDURE = 6;

  /** Without a day for the closing report. */
  public ScreenPetition(CaseId id, String item, ScreeningVerdict verdict, String category, DemandClass demandClass,
      int route, Urgency urgency, boolean simpleTrack, List<String> points, String leadUnit, List<String> coUnits,
      String reason, String competentBody, String procedureTerm, Optional<CaseId> target) {
    this(id, item, verdict, category, demandClass, route, urgency, simpleTrack, points, leadUnit, coUnits, reason,
        competentBody, procedureTerm, target, Optional.empty());
  }
}
