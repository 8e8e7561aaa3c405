/** The channels into the register: counter, public form and API; and the published answers shown before one sends. */
@ApplicationModule(displayName = "Intake", allowedDependencies = {"kernel", "casefile", "people", "documents",
    "calendar", "audit", "web"})
package org.petitiondesk.intake;

import org.springframework.modulith.ApplicationModule;
