package org.petitiondesk.casefile;

/** How one more side of a case follows it: the code as people read and copy it, and its digits. */
public record FollowerCode(String trackingCode, String secret) {}
