package org.petitiondesk.calendar;

import org.petitiondesk.kernel.Actor;

/** Who may approve other official days, for the calendar, which knows no units. Whoever knows them says so. */
public interface CalendarApprovers {

  boolean mayApprove(Actor actor);
}
