/** Screening, assignment, handling, reply, delivery and rating of petitions. */
@ApplicationModule(displayName = "Petition", allowedDependencies = {"kernel", "casefile", "calendar", "people",
    "documents", "engine", "audit", "web", "escalation"})
package org.petitiondesk.petition;

import org.springframework.modulith.ApplicationModule;
