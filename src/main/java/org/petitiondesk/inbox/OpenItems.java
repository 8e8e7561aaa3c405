package org.petitiondesk.inbox;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.HeldWork;
import org.petitiondesk.people.UnitWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a unit and a person have open, when the unit is to be dissolved or the person leaves. */
@Component
@Order(2)
class OpenItems implements UnitWork, HeldWork {

  private final JdbcClient jdbc;
  // By provider: the engine asks the work list, and the accounts ask here.
  private final ObjectProvider<Processes> processes;
  private final ObjectProvider<Accounts> accounts;
  private final ObjectProvider<Words> words;

  OpenItems(JdbcClient jdbc, ObjectProvider<Processes> processes, ObjectProvider<Accounts> accounts,
      ObjectProvider<Words> words) {
    this.jdbc = jdbc;
    this.processes = processes;
    this.accounts = accounts;
    this.words = words;
  }

  @Override
  public long openOf(String unit) {
    return jdbc.sql("select count(*) from work_item where state = 'OPEN' and unit_id = ?").param(unit)
        .query(Long.class).single();
  }

  @Override
  public String sentence() {
    return "inbox.open-items";
  }

  @Override
  public long heldBy(String account) {
    return held(account).size();
  }

  /**
   * Refused when the colleague is not in a group that an item belongs to, or when nobody else could do one. What others
   * have asked the person lapses.
   */
  @Override
  public void handOn(String account, Optional<String> to, Actor by) {
    for (var item : held(account)) {
      if (to.isPresent()) {
        if (!mayTake(accounts.getObject().get(to.get()), item.group())) {
          throw Refused.at("successor", "inbox.refused.successor", item.name(), item.code());
        }
        processes.getObject().transfer(item.id(), to.get(), "", by);
      } else if (item.group().isEmpty()) {
        throw Refused.at("successor", "inbox.refused.successor-needed", item.name(), item.code());
      } else {
        processes.getObject().putBack(item.id(), by);
      }
    }
    words.getObject().lapse(account, by);
  }

  /** What the model gave to one person only may go to any colleague of that unit. */
  private static boolean mayTake(Account colleague, String group) {
    return group.isEmpty() || colleague.actor().groups().contains(group);
  }

  private List<Held> held(String account) {
    return jdbc.sql("""
        select id, name, group_key, case_code from work_item
          where state = 'OPEN' and source = 'TASK' and waits_for = ? order by rank_on, id""")
        .param(WaitsFor.account(account)).query((row, number) -> new Held(row.getString("id"), row.getString("name"),
            row.getString("group_key"), row.getString("case_code")))
        .list();
  }

  private record Held(String id, String name, String group, String code) {}
}
