/** The hash chain of every act, its anchors and its verification. */
@ApplicationModule(displayName = "Audit", allowedDependencies = {"kernel", "web"})
package org.petitiondesk.audit;

import org.springframework.modulith.ApplicationModule;
