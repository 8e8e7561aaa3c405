/** Drafts of processes, decisions and forms: drawn, checked, compared, approved by a second person, published. */
@ApplicationModule(displayName = "Designer", allowedDependencies = {"kernel", "engine", "people", "audit", "web"})
package org.petitiondesk.designer;

import org.springframework.modulith.ApplicationModule;
