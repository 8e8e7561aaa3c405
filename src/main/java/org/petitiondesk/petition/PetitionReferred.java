package org.petitiondesk.petition;

import org.petitiondesk.kernel.CaseId;

/** The petition track ended because two parties are in conflict; mediation takes it up. */
public record PetitionReferred(CaseId id) {}
