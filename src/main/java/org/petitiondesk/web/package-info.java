/** Layout, error pages, paging and htmx help; no business. */
@ApplicationModule(displayName = "Web", allowedDependencies = {"kernel"})
package org.petitiondesk.web;

import org.springframework.modulith.ApplicationModule;
