package org.petitiondesk.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Names one case everywhere: primary key of the register, business key of its processes, subject of its audit chain. */
public record CaseId(UUID value) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A fresh id of version 7: its first 48 bits are the time, so that neighbours in time are neighbours in an index. */
  public static CaseId next() {
    var time = System.currentTimeMillis();
    var high = (time << 16) | 0x7000L | (RANDOM.nextInt() & 0xfffL);
    var low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new CaseId(new UUID(high, low));
  }

  /** Throws {@link IllegalArgumentException} for text that is no UUID; the web layer answers 400. */
  public static CaseId of(String text) {
    return new CaseId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
