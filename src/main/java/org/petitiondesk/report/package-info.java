/** Daily figures of units and categories, and the warnings that they give. */
@ApplicationModule(displayName = "Report", allowedDependencies = {"kernel", "casefile", "calendar", "people", "engine",
    "audit", "web"})
package org.petitiondesk.report;

import org.springframework.modulith.ApplicationModule;
