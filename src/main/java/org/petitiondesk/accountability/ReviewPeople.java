package org.petitiondesk.accountability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/** Who names the panel, who may sit on it, and who answers for the unit. */
@Component
class ReviewPeople {

  private final Units units;
  private final Accounts accounts;
  private final CaseFiles cases;

  ReviewPeople(Units units, Accounts accounts, CaseFiles cases) {
    this.units = units;
    this.accounts = accounts;
    this.cases = cases;
  }

  /** The unit whose handling is reviewed: the lead unit, or the office while it has not assigned the case. */
  String handling(CaseFile file) {
    return file.leadUnit().orElse(file.registeringUnit());
  }

  /**
   * Whether the unit is the one that is reviewed or handles the case now, above it (the government excepted), below it, or
   * helps in the case.
   */
  boolean isOfTheLine(CaseFile file, String handling, String unit) {
    return Stream.of(Stream.of(handling), file.leadUnit().stream(), file.coUnits().stream()).flatMap(each -> each)
        .anyMatch(each -> lineage(each).contains(unit) || units.selfAndBelow(each).contains(unit));
  }

  boolean isBelow(String unit, String other) {
    return units.selfAndBelow(unit).contains(other);
  }

  boolean isAbove(String unit, String other) {
    return !unit.equals(other) && isBelow(unit, other);
  }

  /**
   * Who names the panel: the leaders of the office that registered the case; where that is of the unit's own line, those
   * of the nearest unit above that is not, or its reviewers.
   */
  Group desk(CaseFile file, String handling) {
    return Stream.concat(Stream.of(new Group(Role.LEADER, file.registeringUnit())),
        above(handling).stream().flatMap(unit -> Stream.of(new Group(Role.LEADER, unit.id()),
            new Group(Role.REVIEWER, unit.id()))))
        .filter(group -> !isOfTheLine(file, handling, group.unit())).filter(group -> isManned(file, group)).findFirst()
        .orElseGet(() -> new Group(Role.LEADER, file.registeringUnit()));
  }

  /** Who shows for the unit what was done; what is restricted goes to its leaders. */
  Group claimers(Review review, Track track) {
    var worker = units.find(review.unit()).filter(unit -> unit.kind() == UnitKind.PETITION_OFFICE).isPresent()
        ? Role.OFFICER
        : Role.HANDLER;
    var wanted = track.isRestricted() ? List.of(Role.LEADER, worker) : List.of(worker, Role.LEADER);
    return wanted.stream().map(role -> new Group(role, review.unit()))
        .filter(group -> !accounts.inUnit(group.unit(), group.role()).isEmpty()).findFirst()
        .orElseGet(() -> new Group(Role.LEADER, review.unit()));
  }

  /** Everybody who could sit on the panel, by unit. */
  List<Account> candidates(CaseFile file, String handling) {
    return accounts.all().stream().filter(account -> bar(file, handling, account).isEmpty())
        .sorted(java.util.Comparator.comparing(Account::unit).thenComparing(Account::id)).toList();
  }

  /**
   * Refuses who may not sit on the panel: who is gone, does not work on cases, is of the unit's line, has handled the
   * case, or is the one it is about.
   */
  Account requireOutside(String field, CaseFile file, String handling, String account) {
    var found = accounts.find(account)
        .orElseThrow(() -> Refused.at(field, "accountability.refused.member-unknown"));
    bar(file, handling, found).ifPresent(key -> {
      throw Refused.at(field, key, found.name(), units.name(found.unit()));
    });
    return found;
  }

  /** Whether the account could be named today. */
  boolean maySit(Review review, String account) {
    return accounts.find(account).filter(known -> bar(cases.get(review.caseId()), review.unit(), known).isEmpty())
        .isPresent();
  }

  private Optional<String> bar(CaseFile file, String handling, Account account) {
    if (!account.enabled()) {
      return Optional.of("accountability.refused.member-gone");
    }
    if (Stream.of(Role.LEADER, Role.REVIEWER, Role.OFFICER).noneMatch(account.roles()::contains)) {
      return Optional.of("accountability.refused.member-role");
    }
    if (isOfTheLine(file, handling, account.unit())) {
      return Optional.of("accountability.refused.member-line");
    }
    if (file.officer().filter(account.id()::equals).isPresent()
        || file.leader().filter(account.id()::equals).isPresent()) {
      return Optional.of("accountability.refused.member-handled");
    }
    return cases.isAbout(file.id(), account) ? Optional.of("accountability.refused.member-about") : Optional.empty();
  }

  private boolean isManned(CaseFile file, Group group) {
    return accounts.inUnit(group.unit(), group.role()).stream()
        .anyMatch(account -> !cases.isAbout(file.id(), account));
  }

  /** The unit and those above it; the government at the top is over everybody and stays outside. */
  private List<String> lineage(String unit) {
    var line = new ArrayList<String>();
    line.add(unit);
    above(unit).stream().filter(each -> each.kind() != UnitKind.GOVERNMENT).map(Unit::id).forEach(line::add);
    return line;
  }

  private List<Unit> above(String unit) {
    return Stream.iterate(units.find(unit).flatMap(Unit::parent).flatMap(units::find), Optional::isPresent,
        each -> each.get().parent().flatMap(units::find)).map(Optional::get).toList();
  }
}
