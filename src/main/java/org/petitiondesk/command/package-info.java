/** The operator's command line: serve, audit verify, audit export, admin create, items reconcile, receipt verify. */
@ApplicationModule(displayName = "Command", allowedDependencies = {"kernel", "audit", "people", "documents",
    "casefile", "engine", "inbox"})
package org.petitiondesk.command;

import org.springframework.modulith.ApplicationModule;
