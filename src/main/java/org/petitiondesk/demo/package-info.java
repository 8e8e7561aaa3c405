/** A made-up district with made-up cases, present only under the demo profile. */
@ApplicationModule(displayName = "Demo", allowedDependencies = {"kernel", "people", "calendar", "documents", "casefile",
    "intake", "petition", "escalation", "accountability", "dispute", "report", "matter", "notice", "inbox", "engine",
    "audit", "web"})
package org.petitiondesk.demo;

import org.springframework.modulith.ApplicationModule;
