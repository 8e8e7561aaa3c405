package org.petitiondesk.escalation.web;

import java.time.LocalDate;

/** @param on the last day of the pause */
record EndPauseForm(LocalDate on) {}
