package org.petitiondesk.inbox;

/** @param shared with everybody of the actor's unit */
public record SaveFilter(String name, String query, boolean shared) {}
