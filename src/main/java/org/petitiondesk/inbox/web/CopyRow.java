package org.petitiondesk.inbox.web;

import org.petitiondesk.inbox.ReceivedCopy;

/** One line of the list "copied to me", in the reader's language. Opening it marks it as read. */
public record CopyRow(ReceivedCopy copy, String href, String title, String task, String sender) {}
