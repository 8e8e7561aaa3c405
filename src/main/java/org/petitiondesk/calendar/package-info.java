/** Working days, terms, the clock ledger and why a date is that date. */
@ApplicationModule(displayName = "Calendar", allowedDependencies = {"kernel", "engine", "audit", "web"})
package org.petitiondesk.calendar;

import org.springframework.modulith.ApplicationModule;
