/** The operator's command line: serve, audit verify, audit export, admin create. */
@ApplicationModule(displayName = "Command", allowedDependencies = {"kernel", "audit", "people", "casefile"})
package org.petitiondesk.command;

import org.springframework.modulith.ApplicationModule;
