package org.petitiondesk.casefile;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/** What a case must have to be put on the register, whatever the channel. */
@Component
class RegistrationRules {

  static final int MOST_REPRESENTATIVES = 5;
  static final int MOST_PARTIES = 500;
  static final int MOST_POINTS = 30;
  static final int LONGEST_LINE = 300;
  static final int LONGEST_POINT = 2_000;
  static final int LONGEST_TEXT = 20_000;

  private final Clock clock;
  private final Units units;
  private final Territories territories;

  RegistrationRules(Clock clock, Units units, Territories territories) {
    this.clock = clock;
    this.units = units;
    this.territories = territories;
  }

  void check(RegisterCase command) {
    required("title", command.title(), LONGEST_LINE);
    required("text", command.text(), LONGEST_TEXT);
    if (command.receivedOn().isAfter(Dates.today(clock))) {
      throw Refused.at("receivedOn", "casefile.refused.future", command.receivedOn());
    }
    if (territories.find(command.territory()).isEmpty()) {
      throw Refused.at("territory", "casefile.refused.territory");
    }
    if (units.find(command.registeringUnit()).isEmpty()) {
      throw Refused.at("registeringUnit", "casefile.refused.unit");
    }
    checkParties(command);
    checkPoints(command.demandPoints());
  }

  private void checkParties(RegisterCase command) {
    var petitioners = command.parties().stream().filter(party -> party.role() == PartyRole.PETITIONER).toList();
    if (command.anonymous() && !petitioners.isEmpty()) {
      throw Refused.at("petitioners", "casefile.refused.anonymous-petitioner");
    }
    if (!command.anonymous() && petitioners.isEmpty()) {
      throw Refused.at("petitioners", "casefile.refused.no-petitioner");
    }
    var representatives = petitioners.stream().filter(NewParty::representative).count();
    if (representatives > MOST_REPRESENTATIVES) {
      throw Refused.at("petitioners", "casefile.refused.representatives", MOST_REPRESENTATIVES, representatives);
    }
    if (command.parties().size() > MOST_PARTIES) {
      throw Refused.at("petitioners", "casefile.refused.too-many-parties", MOST_PARTIES);
    }
    command.parties().forEach(this::checkParty);
  }

  void checkParty(NewParty party) {
    var field = party.role() == PartyRole.PETITIONER ? "petitioners" : "respondents";
    required(field, party.name(), LONGEST_LINE);
    Stream.of(party.identityNumber(), party.phone(), party.email(), party.address())
        .forEach(text -> Texts.check(field, text, LONGEST_LINE));
  }

  static void checkPoints(List<String> points) {
    if (points.size() > MOST_POINTS) {
      throw Refused.at("demandPoints", "casefile.refused.too-many-points", MOST_POINTS);
    }
    points.forEach(point -> required("demandPoints", point, LONGEST_POINT));
  }

  static void required(String field, String text, int longest) {
    if (text.isBlank()) {
      throw Refused.at(field, "casefile.refused.required." + field);
    }
    Texts.check(field, text, longest);
  }
}
