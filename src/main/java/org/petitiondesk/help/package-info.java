/** The words of the desk and its pages, explained; knows no case. */
@ApplicationModule(displayName = "Help", allowedDependencies = {"kernel", "web"})
package org.petitiondesk.help;

import org.springframework.modulith.ApplicationModule;
