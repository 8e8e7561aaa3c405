package org.petitiondesk.bench;

import java.util.List;

/** The same petition on both sides: which unit leads. */
final class Script {

  private static final List<String> LEADS = List.of("housing", "environment", "education", "labour",
      "urban_management", "transport", "health", "civil_affairs", "market", "land", "agriculture", "police");

  private Script() {}

  static List<String> leads() {
    return LEADS;
  }

  static String lead(long number) {
    return LEADS.get((int) (number % LEADS.size()));
  }
}
