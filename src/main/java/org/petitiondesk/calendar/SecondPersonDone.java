package org.petitiondesk.calendar;

import java.util.UUID;
import org.petitiondesk.kernel.Actor;

/** What waited for a second person is approved, refused or taken back; published in its transaction. */
public record SecondPersonDone(UUID id, Actor by) {}
