package org.petitiondesk.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
 * Who of a unit, or above it, can do something for a case; asked at the moment when somebody is needed, for people come
 * and go. Whoever a case is about is left out (回避). A report goes to somebody who is named on it, in person, or else by
 * that to a leader.
 */
@Component
public class CasePosts {

  private final Units units;
  private final Accounts accounts;
  private final CaseFiles cases;

  CasePosts(Units units, Accounts accounts, CaseFiles cases) {
    this.units = units;
    this.accounts = accounts;
    this.cases = cases;
  }

  /** Those of the unit who work on cases; its leader where there are none; the unit above where there is nobody at all. */
  public CasePost working(CaseFile file, String unit) {
    return selfAndAbove(unit).stream()
        .flatMap(each -> Stream.of(worker(each), Role.LEADER).flatMap(role -> of(file, role, each.id()).stream()))
        .findFirst().orElseGet(() -> CasePost.of(Role.LEADER, unit));
  }

  /** Somebody in person, as long as they still belong to the desk; else the desk; else the leader there or above. */
  public CasePost deciding(CaseFile file, Group desk, String account) {
    var person = accounts.find(account).filter(Account::enabled)
        .filter(known -> known.actor().belongsTo(desk) && !cases.isAbout(file.id(), known));
    return person.map(known -> new CasePost(desk, known.id())).or(() -> of(file, desk.role(), desk.unit()))
        .or(() -> leaders(file, desk.unit()).stream().findFirst()).orElseGet(() -> new CasePost(desk, ""));
  }

  /** The leaders to whom it goes one after the other: of the units above a unit, then of the office that wants it done. */
  public List<CasePost> above(CaseFile file, String unit, String office) {
    var above = new ArrayList<>(leaders(file, unit));
    above.removeIf(post -> post.group().unit().equals(unit));
    if (above.stream().noneMatch(post -> post.group().unit().equals(office))) {
      of(file, Role.LEADER, office).ifPresent(above::add);
    }
    return above;
  }

  /**
   * Whose matter it is when a unit is to do something: the actor's own unit, as long as that is not the unit itself or one
   * below it; else the office that registered the case; else the nearest unit above with a leader.
   */
  public Group desk(CaseFile file, String unit, Actor actor) {
    if (!actor.unit().isEmpty() && !belongsTo(actor, unit)) {
      return new Group(actor.has(Role.OFFICER) ? Role.OFFICER : Role.LEADER, actor.unit());
    }
    if (!units.selfAndBelow(unit).contains(file.registeringUnit())) {
      return new Group(Role.OFFICER, file.registeringUnit());
    }
    return leaders(file, unit).stream().map(CasePost::group).filter(group -> !group.unit().equals(unit))
        .findFirst().orElseGet(() -> new Group(Role.LEADER, file.registeringUnit()));
  }

  /**
   * Whether the actor may chase this unit: as officer or leader of the office that registered the case, or as leader of
   * a unit above; never their own. The caller has checked sight of the case.
   */
  public boolean mayChase(CaseFile file, String unit, Actor actor) {
    var office = actor.unit().equals(file.registeringUnit()) && (actor.has(Role.OFFICER) || actor.has(Role.LEADER));
    return !belongsTo(actor, unit) && (office || actor.has(Role.LEADER) && isAbove(actor.unit(), unit));
  }

  /** The units that work on the case and the one that registered it, without those that a report is about. */
  public Stream<Unit> involved(CaseFile file) {
    return Stream.of(file.leadUnit().stream(), file.coUnits().stream(), Stream.of(file.registeringUnit()))
        .flatMap(each -> each).distinct().flatMap(unit -> units.find(unit).stream()).filter(unit -> !unit.dissolved())
        .filter(unit -> !file.isReport() || !cases.isAbout(file.id(), unit.id()));
  }

  /** Whether somebody works in the unit or below it. */
  public boolean belongsTo(Actor actor, String unit) {
    return belongsTo(actor.unit(), unit);
  }

  /** Whether one unit is the other one or lies below it. */
  public boolean belongsTo(String unit, String other) {
    return units.selfAndBelow(other).contains(unit);
  }

  /** The leaders of the unit and of those above it, the nearest first. */
  public List<CasePost> leaders(CaseFile file, String unit) {
    return selfAndAbove(unit).stream().flatMap(each -> of(file, Role.LEADER, each.id()).stream()).toList();
  }

  /** Empty when nobody of the unit with that role can do anything for the case. */
  public Optional<CasePost> of(CaseFile file, Role role, String unit) {
    var free = accounts.inUnit(unit, role).stream().filter(account -> !cases.isAbout(file.id(), account)).toList();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    var group = new Group(role, unit);
    if (!file.isReport()) {
      return Optional.of(new CasePost(group, ""));
    }
    var named = Set.copyOf(cases.named(file.id()));
    return free.stream().filter(account -> named.contains(account.id())).findFirst()
        .or(() -> role == Role.LEADER ? free.stream().findFirst() : Optional.empty())
        .map(account -> new CasePost(group, account.id()));
  }

  private boolean isAbove(String unit, String other) {
    return !unit.equals(other) && units.selfAndBelow(unit).contains(other);
  }

  private List<Unit> selfAndAbove(String id) {
    return Stream.iterate(units.find(id), Optional::isPresent, unit -> unit.get().parent().flatMap(units::find))
        .map(Optional::get).filter(unit -> !unit.dissolved()).toList();
  }

  private static Role worker(Unit unit) {
    return unit.kind() == UnitKind.PETITION_OFFICE ? Role.OFFICER : Role.HANDLER;
  }
}
