/** Units, territory, accounts, roles and log-in. */
@ApplicationModule(displayName = "People", allowedDependencies = {"kernel", "audit", "web"})
package org.petitiondesk.people;

import org.springframework.modulith.ApplicationModule;
