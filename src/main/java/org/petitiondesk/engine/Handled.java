package org.petitiondesk.engine;

import java.time.Instant;

/** Who finished a task, and when. */
public record Handled(String name, Instant at) {}
