package org.petitiondesk.people;

import java.util.regex.Pattern;
import org.petitiondesk.kernel.Refused;

/** What ids and names of the organisation may look like. */
final class Names {

  /** Under this address something is made, so nothing can be found there. */
  private static final String NEW = "new";
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,58}[a-z0-9]");

  private Names() {}

  static String id(String text) {
    if (!ID.matcher(text).matches()) {
      throw Refused.at("id", "people.refused.id");
    }
    if (text.equals(NEW)) {
      throw Refused.at("id", "people.refused.id-taken", text);
    }
    return text;
  }

  static String name(String text) {
    var name = text.strip();
    if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      throw Refused.at("name", "people.refused.name");
    }
    return name;
  }

  static String path(String above, String id) {
    return notTooDeep(above + id + "/");
  }

  static String notTooDeep(String path) {
    if (path.length() > 500) {
      throw Refused.at("parent", "people.refused.too-deep");
    }
    return path;
  }
}
