package org.petitiondesk.notice;

import org.petitiondesk.documents.DeliveryMethod;

/** Tries again with this address on this way. */
public record RepairNotice(DeliveryMethod method, String address) {}
