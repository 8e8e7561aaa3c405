package org.petitiondesk.petition;

import java.time.Instant;
import java.util.Optional;

/**
 * One step of an objection.
 *
 * @param state where it led to
 * @param body unit that it is with, or that decided
 * @param toUnit unit that has to handle the petition, of an objection that was upheld
 * @param reason why; empty where none is needed
 * @param basis rule that a ruling relies on
 * @param meeting that ruled, when it was one
 * @param by account or other actor
 */
public record ObjectionStep(ObjectionState state, String body, Optional<String> toUnit,
    Optional<ObjectionEnding> ending, String reason, String basis, Optional<JointMeeting> meeting, String by,
    Instant at) {}
