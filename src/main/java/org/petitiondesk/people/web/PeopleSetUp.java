package org.petitiondesk.people.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.ApiKeys;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.petitiondesk.web.SetUpStep;
import org.petitiondesk.web.SetUpStep.Gap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator sets up about the organisation, and what people miss as long as it is not there. */
@Configuration(proxyBeanMethods = false)
class PeopleSetUp {

  /** More names than this make no sentence. */
  private static final int NAMED = 5;

  @Bean
  SetUpStep territoriesStep(Territories territories) {
    return new Step(10, "territories", () -> territories.all().size(),
        () -> territories.all().isEmpty() ? List.of(Gap.of("people.gap.territories")) : List.of());
  }

  @Bean
  SetUpStep unitsStep(Units units) {
    return new Step(20, "units", () -> units.all().size(), () -> {
      var gaps = new ArrayList<Gap>();
      if (units.all().stream().noneMatch(unit -> unit.kind() == UnitKind.PETITION_OFFICE)) {
        gaps.add(Gap.of("people.gap.office"));
      }
      if (units.all().stream().noneMatch(unit -> unit.kind() != UnitKind.PETITION_OFFICE && takesMatters(unit))) {
        gaps.add(Gap.of("people.gap.competent"));
      }
      return gaps;
    });
  }

  @Bean
  SetUpStep accountsStep(Accounts accounts, Units units) {
    return new Step(30, "accounts", () -> accounts.count(), () -> {
      var gaps = new ArrayList<Gap>();
      missing(gaps, "people.gap.officer", units, accounts, UnitKind.PETITION_OFFICE, Role.OFFICER);
      missing(gaps, "people.gap.handler", units, accounts, null, Role.HANDLER);
      missing(gaps, "people.gap.leader", units, accounts, null, Role.LEADER);
      return gaps;
    });
  }

  @Bean
  SetUpStep apiKeysStep(ApiKeys keys) {
    return new Step(60, "api-keys", () -> keys.all().size(), List::of);
  }

  /** Units that nobody can do the work of; {@code kind} null stands for every unit that takes matters. */
  private static void missing(List<Gap> gaps, String sentence, Units units, Accounts accounts, UnitKind kind,
      Role role) {
    var idle = units.all().stream().filter(
        unit -> kind == null ? takesMatters(unit) && unit.kind() != UnitKind.PETITION_OFFICE : unit.kind() == kind)
        .filter(unit -> accounts.inUnit(unit.id(), role).isEmpty()).map(Unit::name).toList();
    if (!idle.isEmpty()) {
      gaps.add(Gap.of(sentence, idle.size(), idle.stream().limit(NAMED).collect(Collectors.joining("、"))));
    }
  }

  private static boolean takesMatters(Unit unit) {
    return unit.function().isPresent();
  }

  private record Step(int order, String page, java.util.function.LongSupplier number,
      java.util.function.Supplier<List<Gap>> missing) implements SetUpStep {

    @Override
    public String name() {
      return "people.administration." + page;
    }

    @Override
    public long count() {
      return number.getAsLong();
    }

    @Override
    public List<Gap> gaps() {
      return missing.get();
    }
  }
}
