package org.petitiondesk.escalation;

/** A line of the register of supervision. */
public record SupervisionRow(Supervision supervision, SupervisionLight light, String code, String title) {}
