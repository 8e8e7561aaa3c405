package org.petitiondesk.escalation;

import java.time.Instant;

/** The step that comes next, and when. A moment that has passed means: now. */
record NextAlarm(AlarmStep step, Instant at) {}
