package org.petitiondesk.documents;

/** To whom a letter goes: personal data, encrypted at rest; empty text for what is not known. */
public record Recipient(String name, String address, String email) {}
