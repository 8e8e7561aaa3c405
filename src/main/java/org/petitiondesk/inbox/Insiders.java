package org.petitiondesk.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseBars;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Component;

/** Those who may see a case: nobody else can be asked about it or told of it. The row rule decides, not the units. */
@Component
class Insiders {

  private final CaseFiles cases;
  private final CaseSight sight;
  private final CaseBars bars;
  private final Accounts accounts;

  Insiders(CaseFiles cases, CaseSight sight, CaseBars bars, Accounts accounts) {
    this.cases = cases;
    this.sight = sight;
    this.bars = bars;
    this.accounts = accounts;
  }

  /**
   * People of the units that have to do with the first of the cases, by unit, who may see each of them; a page offers
   * them.
   */
  List<Account> of(List<WorkItem> items, Actor me) {
    var first = items.get(0);
    var units = units(cases.get(first.caseId()), first, me);
    var wanted = items.stream().map(WorkItem::caseId).distinct().toList();
    return accounts.all().stream().filter(account -> units.contains(account.unit()))
        .filter(account -> wanted.stream().allMatch(caseId -> mayHear(account, caseId, me)))
        .sorted(Comparator.comparing(Account::unit).thenComparing(Account::id)).toList();
  }

  /** The accounts, each of which may see the case. */
  List<Account> among(WorkItem item, Set<String> wanted, Actor me) {
    if (wanted.isEmpty()) {
      throw Refused.at("to", "inbox.refused.nobody-chosen");
    }
    return wanted.stream().sorted().map(id -> accounts.find(id).filter(it -> mayHear(it, item.caseId(), me))
        .orElseThrow(() -> Refused.at("to", "inbox.refused.not-an-insider", accounts.name(id)))).toList();
  }

  /** Whether the person is kept from the case, or it is a report about them or their unit: then they never get it. */
  boolean isAbout(WorkItem item, Account account) {
    return item.isOfReport() ? cases.isAbout(item.caseId(), account) : bars.isBarred(item.caseId(), account.actor());
  }

  private boolean mayHear(Account account, CaseId caseId, Actor me) {
    return account.enabled() && !account.id().equals(me.id()) && !account.id().equals(me.asWhom().id())
        && sight.sees(caseId, account.actor());
  }

  private static Set<String> units(CaseFile file, WorkItem item, Actor me) {
    return Stream.of(Stream.of(item.unit(), me.unit(), file.registeringUnit()), file.leadUnit().stream(),
        file.coUnits().stream()).flatMap(unit -> unit).collect(Collectors.toSet());
  }
}
