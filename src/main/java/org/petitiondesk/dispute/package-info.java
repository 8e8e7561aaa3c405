/** Mediation of disputes: the consent of both sides, sessions, the agreement, its performance, the follow-up visit. */
@ApplicationModule(displayName = "Dispute", allowedDependencies = {"kernel", "casefile", "calendar", "people",
    "documents", "engine", "audit", "web"})
package org.petitiondesk.dispute;

import org.springframework.modulith.ApplicationModule;
