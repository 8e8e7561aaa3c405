/** The work list: what is next, for whom and why. */
@ApplicationModule(displayName = "Inbox", allowedDependencies = {"kernel", "casefile", "calendar", "people", "engine",
    "audit", "web", "escalation"})
package org.petitiondesk.inbox;

import org.springframework.modulith.ApplicationModule;
