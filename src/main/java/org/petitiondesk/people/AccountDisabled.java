package org.petitiondesk.people;

import org.petitiondesk.kernel.Actor;

/** Nobody can log in with the account any more. */
public record AccountDisabled(String id, Actor by) {}
