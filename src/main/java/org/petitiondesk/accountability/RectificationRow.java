package org.petitiondesk.accountability;

/** A line of the register of rectification. */
public record RectificationRow(Rectification rectification, RectificationLight light, String code, String title) {}
