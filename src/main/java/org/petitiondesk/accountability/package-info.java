/** Not let go: the review of what went wrong, rectification, return visits, lessons. */
@ApplicationModule(displayName = "Accountability", allowedDependencies = {"kernel", "casefile", "calendar", "people",
    "documents", "engine", "audit", "web"})
package org.petitiondesk.accountability;

import org.springframework.modulith.ApplicationModule;
