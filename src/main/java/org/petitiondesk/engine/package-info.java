/** The only owner of the process engine: start, complete, correlate, decide, deploy, watch. */
@ApplicationModule(displayName = "Engine", allowedDependencies = {"kernel"})
package org.petitiondesk.engine;

import org.springframework.modulith.ApplicationModule;
