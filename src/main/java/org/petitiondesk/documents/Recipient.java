package org.petitiondesk.documents;

import org.petitiondesk.kernel.Masks;

/** To whom a letter goes: personal data, encrypted at rest; empty text for what is not known. */
public record Recipient(String name, String address, String email) {

  /** For those who need not know who it is. */
  public String maskedName() {
    return Masks.name(name);
  }
}
