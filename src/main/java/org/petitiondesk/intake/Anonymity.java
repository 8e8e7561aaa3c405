package org.petitiondesk.intake;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.petitiondesk.casefile.Party;
import org.petitiondesk.casefile.PartyKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.kernel.Refused;

/**
 * Refuses a text by which somebody could be known: numbers that belong to one person, and the names of the people in the
 * case. It can not see everything; that is why two people read each answer before it is published.
 */
final class Anonymity {

  /** In this order: a number is called what it most likely is. */
  private static final List<Number> NUMBERS = List.of(
      number("identity", "(?<![0-9])([1-9][0-9]{16}[0-9Xx]|[1-9][0-9]{14})(?![0-9])"),
      number("phone", "(?<![0-9])(\\+?86)?1[3-9][0-9]{9}(?![0-9])"),
      number("phone", "(?<![0-9])0[0-9]{2,3}[0-9]{7,8}(?![0-9])"),
      number("bank-card", "(?<![0-9])[3-6][0-9]{15,18}(?![0-9])"),
      number("email", "[\\p{Alnum}._%+-]+@[\\p{Alnum}-]+(\\.[\\p{Alnum}-]+)+"),
      number("case-code", "(?i)XF[0-9]{4}-?[0-9]{6}"));
  /** How people group digits when they write a number. */
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9])[\\s\\-‐‑–—_.()（）]+(?=[0-9Xx])");
  private static final int SHORTEST_NAME = 2;

  private Anonymity() {}

  static void check(String field, String text, List<Party> parties) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    var joined = BETWEEN_DIGITS.matcher(plain).replaceAll("");
    NUMBERS.forEach(number -> {
      // As written too: what is joined may hide behind the digits of a date before it.
      if (number.form().matcher(joined).find() || number.form().matcher(plain).find()) {
        throw Refused.at(field, "intake.refused.known-by." + number.what());
      }
    });
    var searched = plain.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    parties.stream().filter(party -> party.kind() == PartyKind.PERSON || party.role() == PartyRole.PETITIONER)
        .map(party -> party.name().toLowerCase(Locale.ROOT).replaceAll("\\s", ""))
        .filter(name -> name.length() >= SHORTEST_NAME && searched.contains(name)).findFirst()
        .ifPresent(name -> {
          throw Refused.at(field, "intake.refused.known-by.name");
        });
  }

  private static Number number(String what, String form) {
    return new Number(what, Pattern.compile(form));
  }

  private record Number(String what, Pattern form) {}
}
