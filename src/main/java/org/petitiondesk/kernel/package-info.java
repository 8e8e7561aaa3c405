/** Values that every module shares: case ids, actors, groups, pages and the families of refusals. */
@ApplicationModule(displayName = "Kernel", type = ApplicationModule.Type.OPEN)
package org.petitiondesk.kernel;

import org.springframework.modulith.ApplicationModule;
