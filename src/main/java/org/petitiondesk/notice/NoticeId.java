package org.petitiondesk.notice;

import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/** Names one message that goes out. */
public record NoticeId(UUID value) {

  static NoticeId next() {
    return new NoticeId(CaseId.next().value());
  }

  /** Throws {@link IllegalArgumentException} for text that is no UUID; the web layer answers 400. */
  public static NoticeId of(String text) {
    return new NoticeId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
