package org.petitiondesk.dispute;

import java.time.LocalDate;

/** A part of an agreement as it is written: who does what, how much, until when, in which way. */
public record NewPart(Side side, String act, String amount, LocalDate dueOn, String way) {}
