package org.petitiondesk.escalation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.kernel.CaseBars;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.kernel.WorkHolders;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Substitutes;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/**
 * Who an alarm goes to, found when it goes off and not when the case began: who has left is not asked, whose substitute
 * is at work is reached through the substitute too, and where nobody is, it is the unit above.
 */
@Component
class Receivers {

  private final Accounts accounts;
  private final Units units;
  private final Substitutes substitutes;
  private final WorkHolders holders;
  private final CaseSight sight;
  private final CaseBars bars;

  Receivers(Accounts accounts, Units units, Substitutes substitutes, WorkHolders holders, CaseSight sight,
      CaseBars bars) {
    this.accounts = accounts;
    this.units = units;
    this.substitutes = substitutes;
    this.holders = holders;
    this.sight = sight;
    this.bars = bars;
  }

  /**
   * People of one unit.
   *
   * @param accounts those who are meant, and who stands in for them today; empty: there is nobody at all
   */
  record Found(String unit, List<String> accounts) {

    boolean isNobody() {
      return accounts.isEmpty();
    }
  }

  Found of(ReceiverRole role, ClockState clock, CaseFile file, Role worker) {
    var found = switch (role) {
      case HOLDER -> holders(clock, file, worker);
      case UNIT_LEADER -> leaders(clock.unit(), file);
      case CASE_LEADER -> file.leader().flatMap(accounts::find).filter(leader -> mayDecide(leader, file))
          .map(leader -> new Found(leader.unit(), List.of(leader.id()))).orElseGet(() -> leaders(clock.unit(), file));
      case LEADER_ABOVE -> leadersAbove(clock.unit(), file);
      case OFFICE_LEADER -> leaders(file.registeringUnit(), file);
    };
    return file.isReport() ? found : withSubstitutes(found, file);
  }

  /** The leaders above a unit; where there is nobody above, those of the petition office. */
  Found leadersAbove(String unit, CaseFile file) {
    var above = lineage(unit);
    return leaders(above.subList(1, above.size()), file, unit);
  }

  private Found holders(ClockState clock, CaseFile file, Role worker) {
    var holding = holders.of(file.id(), clock.unit()).stream().flatMap(id -> accounts.find(id).stream())
        .filter(account -> account.enabled() && sees(account, file)).map(Account::id).toList();
    var people = holding.isEmpty()
        ? ids(accounts.inUnit(clock.unit(), worker), account -> sees(account, file))
        : holding;
    return people.isEmpty() ? leaders(clock.unit(), file) : new Found(clock.unit(), people);
  }

  /** The leaders of a unit, else of the nearest above that has one. */
  Found leaders(String unit, CaseFile file) {
    return leaders(lineage(unit), file, unit);
  }

  /**
   * The groups of leaders in which somebody but this account may decide about the case: of the unit and each above it,
   * then of the petition office and each above that. Empty: there is nobody else.
   */
  List<Group> leadersBut(String account, String unit, CaseFile file) {
    return Stream.concat(lineage(unit).stream(), lineage(file.registeringUnit()).stream()).distinct()
        .filter(place -> accounts.inUnit(place, Role.LEADER).stream()
            .anyMatch(leader -> !leader.id().equals(account) && mayDecide(leader, file)))
        .map(place -> new Group(Role.LEADER, place)).toList();
  }

  /** Of the first unit that has one, else of the petition office. Whoever handles the case decides nothing about it. */
  private Found leaders(List<String> places, CaseFile file, String unit) {
    return Stream.concat(places.stream(), Stream.of(file.registeringUnit()))
        .map(place -> new Found(place, ids(accounts.inUnit(place, Role.LEADER), leader -> mayDecide(leader, file))))
        .filter(found -> !found.isNobody()).findFirst().orElseGet(() -> new Found(unit, List.of()));
  }

  /** Whether the account is a leader who may decide about the case. */
  boolean mayDecide(Account leader, CaseFile file) {
    return leader.enabled() && leader.roles().contains(Role.LEADER) && !file.officer().equals(Optional.of(leader.id()))
        && sees(leader, file);
  }

  private Found withSubstitutes(Found found, CaseFile file) {
    var everybody = new ArrayList<>(found.accounts());
    substitutes.standingInFor(found.accounts()).stream().filter(other -> !everybody.contains(other))
        .filter(other -> accounts.find(other).filter(account -> sees(account, file)).isPresent())
        .forEach(everybody::add);
    return new Found(found.unit(), List.copyOf(everybody));
  }

  /** Every unit on the way sees its cases, but whoever is kept from one; a report is seen by those only who are named on it. */
  boolean sees(Account account, CaseFile file) {
    if (bars.isBarred(file.id(), account.actor())) {
      return false;
    }
    if (!file.isReport()) {
      return true;
    }
    try {
      sight.require(file.id(), account.actor());
      return true;
    } catch (NotFound hidden) {
      return false;
    }
  }

  /** The unit and those above it, the nearest first. */
  List<String> lineage(String unit) {
    return Stream.iterate(Optional.of(unit), Optional::isPresent,
        below -> below.flatMap(units::find).flatMap(Unit::parent)).map(Optional::get).toList();
  }

  private static List<String> ids(Collection<Account> people, Predicate<Account> wanted) {
    return people.stream().filter(wanted).map(Account::id).toList();
  }
}
