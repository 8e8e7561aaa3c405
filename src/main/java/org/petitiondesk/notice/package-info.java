/** Messages going out and the proof that they arrived. */
@ApplicationModule(displayName = "Notice", allowedDependencies = {"kernel", "casefile", "people", "documents", "engine",
    "audit", "web"})
package org.petitiondesk.notice;

import org.springframework.modulith.ApplicationModule;
