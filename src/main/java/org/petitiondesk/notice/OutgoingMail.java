package org.petitiondesk.notice;

/** A message as it goes out, field by field. */
public record OutgoingMail(String messageId, String from, String toName, String to, String subject, String text) {}
