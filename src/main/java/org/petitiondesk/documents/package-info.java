/** Stored files and the letters that go out. */
@ApplicationModule(displayName = "Documents", allowedDependencies = {"kernel", "people", "audit", "web"})
package org.petitiondesk.documents;

import org.springframework.modulith.ApplicationModule;
