package org.petitiondesk.inbox;

/** A page of a list with how many the whole list has under its filter. */
public record WorkListFound(WorkListPage page, WorkListCount count) {}
