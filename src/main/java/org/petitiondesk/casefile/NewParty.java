package org.petitiondesk.casefile;

/**
 * A party as it is told at the counter; empty text for what is not known.
 *
 * @param representative speaks for the petitioners (at most five of them do)
 * @param electronicConsent agreed to receive letters by e-mail
 */
public record NewParty(PartyRole role, PartyKind kind, String name, String identityNumber, String phone, String email,
    String address, boolean representative, boolean electronicConsent) {

  /** Somebody of whom nothing but the name is known. */
  public static NewParty named(PartyRole role, PartyKind kind, String name) {
    return new NewParty(role, kind, name, "", "", "", "", false, false);
  }
}
