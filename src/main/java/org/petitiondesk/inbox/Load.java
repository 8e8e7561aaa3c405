package org.petitiondesk.inbox;

import org.petitiondesk.people.Account;

/** How much one colleague has open. */
public record Load(Account account, int open, int overdue) {}
