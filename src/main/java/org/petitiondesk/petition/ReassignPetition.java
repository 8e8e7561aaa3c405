package org.petitiondesk.petition;

import java.util.List;
import org.petitiondesk.kernel.CaseId;

/** The petition office assigns anew what a unit sent back. */
public record ReassignPetition(CaseId id, String item, String leadUnit, List<String> coUnits, String reason) {}
