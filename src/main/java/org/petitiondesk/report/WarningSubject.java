package org.petitiondesk.report;

/**
 * What a warning is about: a subject, a place, a unit; never a person.
 *
 * @param unit, category, place empty where the warning does not ask for it
 */
public record WarningSubject(WarningKind kind, String unit, String category, String place) {

  static WarningSubject ofUnit(WarningKind kind, String unit) {
    return new WarningSubject(kind, unit, "", "");
  }

  static WarningSubject ofCategory(WarningKind kind, String category) {
    return new WarningSubject(kind, "", category, "");
  }

  static WarningSubject ofPlace(WarningKind kind, String place) {
    return new WarningSubject(kind, "", "", place);
  }

  static WarningSubject ofBoth(WarningKind kind, String category, String place) {
    return new WarningSubject(kind, "", category, place);
  }

  /** The same for the same thing. */
  String key() {
    return kind + "|" + unit + "|" + category + "|" + place;
  }
}
