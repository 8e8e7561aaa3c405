package org.petitiondesk.petition;

import org.petitiondesk.kernel.CaseId;

/**
 * The lead unit accepts; whoever accepts is the officer who handles it. A leader who wants somebody else to handle it
 * gives that person the item.
 *
 * @param leader account of the leader in charge, who signs the reply; never the officer
 */
public record AcceptPetition(CaseId id, String item, String leader) {}
