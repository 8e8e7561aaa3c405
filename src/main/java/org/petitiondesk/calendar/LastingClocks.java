package org.petitiondesk.calendar;

import java.util.Set;

/** Which kinds of clocks go on when a case is answered or closed: what is owed to the house outlives the petition. */
public interface LastingClocks {

  Set<String> kinds();
}
