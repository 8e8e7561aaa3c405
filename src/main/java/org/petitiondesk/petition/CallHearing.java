package org.petitiondesk.petition;

import java.time.LocalDate;
import org.petitiondesk.kernel.CaseId;

/**
 * A hearing (听证) before a final review opinion.
 *
 * @param participants who is asked to come, and as what
 * @param matters what is to be heard
 */
public record CallHearing(CaseId id, String item, LocalDate plannedOn, String place, String participants,
    String matters) {}
