package org.petitiondesk.petition;

import org.petitiondesk.kernel.CaseId;

/** The petitioner disputes the closing: the three questions, and what is still missing. */
public record RaiseDissatisfaction(CaseId id, Solved solved, Satisfaction procedure, Satisfaction attitude,
    String words) {}
