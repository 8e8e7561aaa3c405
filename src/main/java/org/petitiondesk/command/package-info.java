/** The operator's command line: serve, audit, admin. */
@ApplicationModule(displayName = "Command", allowedDependencies = {"kernel", "audit", "people"})
package org.petitiondesk.command;

import org.springframework.modulith.ApplicationModule;
