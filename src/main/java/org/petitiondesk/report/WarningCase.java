package org.petitiondesk.report;

import java.time.LocalDate;
import org.petitiondesk.casefile.CaseFile;

/**
 * A case behind a warning.
 *
 * @param addedOn the day on whose evening the warning counted it first
 */
public record WarningCase(CaseFile file, LocalDate addedOn) {}
