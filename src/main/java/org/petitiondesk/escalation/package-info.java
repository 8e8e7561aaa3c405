/** Deadlines that bite: alarms, leaders' decisions, supervision. */
@ApplicationModule(displayName = "Escalation", allowedDependencies = {"kernel", "casefile", "calendar", "people",
    "documents", "engine", "audit", "web"})
package org.petitiondesk.escalation;

import org.springframework.modulith.ApplicationModule;
