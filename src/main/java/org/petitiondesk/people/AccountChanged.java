package org.petitiondesk.people;

/** What the account may do, or whether it may log in, is no longer what it was. */
public record AccountChanged(String id) {}
