/** The register: parties, demand points, status, receipt and tracking code of every case. */
@ApplicationModule(displayName = "Case file", allowedDependencies = {"kernel", "people", "documents", "audit", "web"})
package org.petitiondesk.casefile;

import org.springframework.modulith.ApplicationModule;
