package org.petitiondesk.dispute;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.PlainName;
import org.petitiondesk.casefile.Recusals;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/**
 * Mediation committees (人民调解委员会). Each is of a unit: its members are the unit's mediators, its head the unit's
 * leader.
 */
@Component
public class Committees {

  private final Units units;
  private final Accounts accounts;
  private final CaseFiles cases;
  private final Recusals recusals;
  private final DisputeTable disputes;

  Committees(Units units, Accounts accounts, CaseFiles cases, Recusals recusals, DisputeTable disputes) {
    this.units = units;
    this.accounts = accounts;
    this.cases = cases;
    this.recusals = recusals;
    this.disputes = disputes;
  }

  /**
   * A member as somebody sees them who looks for a mediator.
   *
   * @param load disputes that this member mediates now
   * @param free false for whoever must keep away, or of whom that is asked (回避)
   */
  public record Member(Account account, long load, boolean free) {}

  /** Of the street, or the nearest unit above it that has mediators; where nobody has any, of the street all the same. */
  String competent(String territory, String otherwise) {
    var street = units.competent("street", territory).map(Unit::id).orElse(otherwise);
    return Stream.iterate(units.find(street), Optional::isPresent,
        unit -> unit.flatMap(Unit::parent).flatMap(units::find)).map(unit -> unit.get().id())
        .filter(unit -> accounts.inUnit(unit, Role.MEDIATOR).stream().anyMatch(Account::enabled)).findFirst()
        .orElse(street);
  }

  /** Members who could mediate, those with the least work first; whoever must keep away stands last. */
  public List<Member> members(Dispute dispute) {
    var all = accounts.inUnit(dispute.committee(), Role.MEDIATOR).stream().filter(Account::enabled).toList();
    var load = disputes.load(all.stream().map(Account::id).toList());
    return all.stream().map(account -> new Member(account, load.getOrDefault(account.id(), 0L), isFree(dispute.id(),
        account))).sorted(Comparator.comparing(Member::free).reversed().thenComparing(Member::load)
            .thenComparing(member -> member.account().id()))
        .toList();
  }

  /** Neither kept from the case, nor asked to keep away, nor of the same name as one of the parties. */
  private boolean isFree(CaseId id, Account account) {
    var names = cases.parties(id).stream().map(party -> PlainName.of(party.name())).collect(Collectors.toSet());
    return !cases.isBarred(id, account) && !names.contains(PlainName.of(account.name()))
        && recusals.of(id).stream().noneMatch(asked -> asked.isOpen() && asked.account().equals(account.id()));
  }

  /** The head who answers for the dispute. */
  Optional<String> head(Dispute dispute) {
    return accounts.inUnit(dispute.committee(), Role.LEADER).stream().filter(Account::enabled)
        .filter(leader -> !cases.isBarred(dispute.id(), leader)).map(Account::id).findFirst();
  }

  public boolean isOf(Dispute dispute, Actor actor) {
    return actor.unit().equals(dispute.committee()) && (actor.has(Role.MEDIATOR) || actor.has(Role.LEADER));
  }

  /** For acts that need no item: a member or the head of the committee who has sight of the case. */
  void require(Dispute dispute, Actor actor) {
    cases.requireSight(dispute.id(), actor);
    if (!isOf(dispute, actor)) {
      throw new Forbidden("dispute.forbidden.committee");
    }
  }

}
