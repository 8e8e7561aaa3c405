/** The operator's command line: serve, audit verify, audit export, admin create, receipt verify. */
@ApplicationModule(displayName = "Command", allowedDependencies = {"kernel", "audit", "people", "documents",
    "casefile"})
package org.petitiondesk.command;

import org.springframework.modulith.ApplicationModule;
