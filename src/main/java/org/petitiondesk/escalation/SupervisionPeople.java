package org.petitiondesk.escalation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/**
 * Who answers, who decides and who is above; asked at the moment when somebody is needed, for people come and go. Whoever
 * a case is about is left out (回避). A report goes to somebody who is named on it, in person, or else by that to a leader.
 */
@Component
class SupervisionPeople {

  private final Units units;
  private final Accounts accounts;
  private final CaseFiles cases;

  SupervisionPeople(Units units, Accounts accounts, CaseFiles cases) {
    this.units = units;
    this.accounts = accounts;
    this.cases = cases;
  }

  /** Those of the unit who work on cases; its leader where there are none; the unit above where there is nobody at all. */
  SupervisionPost answering(CaseFile file, String unit) {
    return selfAndAbove(unit).stream()
        .flatMap(each -> Stream.of(worker(each), Role.LEADER).flatMap(role -> post(file, role, each.id()).stream()))
        .findFirst().orElseGet(() -> SupervisionPost.of(Role.LEADER, unit));
  }

  /** Whoever opened it, as long as they still can; else their desk; else the leader there or above. */
  SupervisionPost deciding(CaseFile file, Supervision supervision) {
    var desk = Group.of(supervision.desk());
    var opener = accounts.find(supervision.openedBy()).filter(Account::enabled)
        .filter(account -> account.actor().belongsTo(desk) && !cases.isAbout(file.id(), account));
    return opener.map(account -> new SupervisionPost(desk, account.id())).or(() -> post(file, desk.role(), desk.unit()))
        .or(() -> leaders(file, desk.unit()).stream().findFirst())
        .orElseGet(() -> new SupervisionPost(desk, ""));
  }

  /** The leaders to whom it goes one after the other: of the units above, then of whoever opened it. */
  List<SupervisionPost> above(CaseFile file, Supervision supervision) {
    var above = new ArrayList<>(leaders(file, supervision.unit()));
    above.removeIf(post -> post.group().unit().equals(supervision.unit()));
    if (above.stream().noneMatch(post -> post.group().unit().equals(supervision.office()))) {
      post(file, Role.LEADER, supervision.office()).ifPresent(above::add);
    }
    return above;
  }

  /**
   * Whose supervision it is: the opener's unit, as long as that is not the unit itself or one below it; else the office
   * that registered the case; else the nearest unit above with a leader.
   */
  Group desk(CaseFile file, String unit, Actor opener) {
    var below = units.selfAndBelow(unit);
    if (!opener.unit().isEmpty() && !below.contains(opener.unit())) {
      return new Group(opener.has(Role.OFFICER) ? Role.OFFICER : Role.LEADER, opener.unit());
    }
    if (!below.contains(file.registeringUnit())) {
      return new Group(Role.OFFICER, file.registeringUnit());
    }
    return leaders(file, unit).stream().map(SupervisionPost::group).filter(group -> !group.unit().equals(unit))
        .findFirst().orElseGet(() -> new Group(Role.LEADER, file.registeringUnit()));
  }

  /** Whether somebody works in the unit or below it. */
  boolean belongsTo(Actor actor, String unit) {
    return units.selfAndBelow(unit).contains(actor.unit());
  }

  /** Whether the unit is above another one. */
  boolean isAbove(String unit, String other) {
    return !unit.equals(other) && units.selfAndBelow(unit).contains(other);
  }

  private List<SupervisionPost> leaders(CaseFile file, String unit) {
    return selfAndAbove(unit).stream().flatMap(each -> post(file, Role.LEADER, each.id()).stream()).toList();
  }

  private Optional<SupervisionPost> post(CaseFile file, Role role, String unit) {
    var free = accounts.inUnit(unit, role).stream().filter(account -> !cases.isAbout(file.id(), account)).toList();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    var group = new Group(role, unit);
    if (!file.isReport()) {
      return Optional.of(new SupervisionPost(group, ""));
    }
    var named = Set.copyOf(cases.named(file.id()));
    return free.stream().filter(account -> named.contains(account.id())).findFirst()
        .or(() -> role == Role.LEADER ? free.stream().findFirst() : Optional.empty())
        .map(account -> new SupervisionPost(group, account.id()));
  }

  private List<Unit> selfAndAbove(String id) {
    return Stream.iterate(units.find(id), Optional::isPresent, unit -> unit.get().parent().flatMap(units::find))
        .map(Optional::get).filter(unit -> !unit.dissolved()).toList();
  }

  private static Role worker(Unit unit) {
    return unit.kind() == UnitKind.PETITION_OFFICE ? Role.OFFICER : Role.HANDLER;
  }
}
