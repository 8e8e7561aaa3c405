package org.petitiondesk.inbox.web;

import jakarta.validation.constraints.NotBlank;

/**
 * @param account who shall have it
 * @param version what the page has seen
 */
record GiveItemForm(@NotBlank(message = "{inbox.give.choose}") String account, int version) {}
