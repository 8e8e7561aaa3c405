package org.petitiondesk.dispute;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody looks for in the register of disputes.
 *
 * @param text part of the title, or the code of the case
 * @param place territory, itself only
 * @param from to, days on which it was opened, both included
 */
public record DisputeQuery(Optional<String> text, Optional<DisputeState> state, Optional<DisputeKind> kind,
    Optional<String> place, Optional<AgreementForm> form, Optional<LocalDate> from, Optional<LocalDate> to) {}
