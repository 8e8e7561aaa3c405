/** Matters of processes that were drawn without code: begun with a form, gone through step by step, kept. */
@ApplicationModule(displayName = "Matter", allowedDependencies = {"kernel", "casefile", "calendar", "people", "engine",
    "audit", "web"})
package org.petitiondesk.matter;

import org.springframework.modulith.ApplicationModule;
