package org.petitiondesk.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who does whose work while somebody is away (A/B 角). A substitution begins and ends by its dates alone. For one kind of
 * work there is one substitute at a time, and work never goes on from the substitute to a third person: whoever is away
 * stands in for nobody. Always read from the database: an end counts on every node at once.
 */
@Component
public class Substitutes {

  private static final int LONGEST_DAYS = 366;
  private static final int PAST = 50;

  private static final String SELECT = """
      select id, account, substitute, work, from_on, to_on, set_by, set_at, ended_at from substitute
      """;
  private static final String MEANWHILE = " ended_at is null and from_on <= :to and to_on >= :from";

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  Substitutes(JdbcClient jdbc, Accounts accounts, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Those whose work the account does today; empty for nearly everybody on nearly every day. Somebody who can not log in
   * any more is not away: that person's work is in other hands.
   */
  public List<Absentee> absentees(String substitute) {
    var today = Dates.today(clock);
    return jdbc.sql(SELECT + " where substitute = :substitute and" + MEANWHILE).param("substitute", substitute)
        .param("from", today).param("to", today).query(Substitutes::row).list().stream()
        .filter(rule -> accounts.get(rule.account()).enabled())
        .map(rule -> Absentee.of(accounts.get(rule.account()), rule)).toList();
  }

  /** Those who do the work of one of the accounts today, whatever kind of it. */
  public List<String> standingInFor(Collection<String> accounts) {
    if (accounts.isEmpty()) {
      return List.of();
    }
    var today = Dates.today(clock);
    return jdbc.sql("select distinct substitute from substitute where account in (:accounts) and" + MEANWHILE)
        .param("accounts", accounts).param("from", today).param("to", today).query(String.class).list();
  }

  /** Running and coming substitutions that the actor is part of or may end, the earliest first. */
  public List<Substitution> current(Actor actor) {
    return jdbc.sql(SELECT + " where ended_at is null and to_on >= ? order by from_on, account, id")
        .param(Dates.today(clock)).query(Substitutes::row).list().stream().filter(rule -> isShown(rule, actor))
        .toList();
  }

  /** Those that are over, the latest first. */
  public List<Substitution> past(Actor actor) {
    return jdbc.sql(SELECT + " where ended_at is not null or to_on < ? order by to_on desc, id limit 1000")
        .param(Dates.today(clock)).query(Substitutes::row).list().stream().filter(rule -> isShown(rule, actor))
        .limit(PAST).toList();
  }

  /** Those for whom the actor may appoint a substitute: oneself, a leader's unit, an administrator's everybody. */
  public List<Account> mayBeAway(Actor actor) {
    return accounts.all().stream().filter(account -> account.enabled() && account.actor().worksOnCases())
        .filter(account -> decidesFor(account, actor)).toList();
  }

  /** Those who may stand in for somebody of this unit, its own people first. */
  public List<Account> mayStandIn(String unit) {
    return accounts.all().stream().filter(account -> account.enabled() && account.actor().worksOnCases())
        .sorted(Comparator.comparing((Account account) -> !account.unit().equals(unit)).thenComparing(Account::unit)
            .thenComparing(Account::id))
        .toList();
  }

  public boolean mayEnd(Substitution rule, Actor actor) {
    return !rule.isOver(Dates.today(clock)) && decidesFor(accounts.get(rule.account()), actor);
  }

  /**
   * Needs the absent person, a leader of that person's unit or an administrator. Refused for oneself, for past days, for
   * more than a year, beside another substitute for the same work, and where it would make a chain.
   */
  @Transactional
  public UUID appoint(AppointSubstitute command, Actor by) {
    var absent = accounts.find(command.account())
        .orElseThrow(() -> Refused.at("account", "people.not-found.account", command.account()));
    if (!decidesFor(absent, by)) {
      throw new Forbidden("people.forbidden.substitute");
    }
    checkDates(command);
    checkPeople(command, absent);
    // Two who appoint at once: the second waits here and then sees the first one's.
    jdbc.sql("select id from account where id in (?, ?) order by id for update")
        .params(command.account(), command.substitute()).query(String.class).list();
    checkOthers(command);
    var id = UUID.randomUUID();
    jdbc.sql("""
        insert into substitute (id, account, substitute, work, from_on, to_on, set_by, set_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id, command.account(), command.substitute(), command.work().map(Role::key).orElse(null),
            command.from(), command.to(), by.id(), now())
        .update();
    var details = new HashMap<String, Object>(Map.of("account", command.account(), "substitute", command.substitute(),
        "from", command.from().toString(), "to", command.to().toString()));
    command.work().ifPresent(work -> details.put("work", work.key()));
    audit.append(AuditTrail.HOUSE, by, "people.substitute-appointed", details);
    return id;
  }

  /** Ends it now, before its last day; ending it twice is no error. Needs the same people as {@link #appoint}. */
  @Transactional
  public void end(UUID id, Actor by) {
    var rule = jdbc.sql(SELECT + " where id = ? for update").param(id).query(Substitutes::row).optional()
        .orElseThrow(() -> new NotFound("people.not-found.substitute"));
    if (!decidesFor(accounts.get(rule.account()), by)) {
      throw new Forbidden("people.forbidden.substitute");
    }
    if (!rule.isOver(Dates.today(clock))) {
      end(rule, by);
    }
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(AccountDisabled disabled) {
    jdbc.sql(SELECT + " where ended_at is null and to_on >= :today and (account = :id or substitute = :id)"
        + " order by id for update").param("today", Dates.today(clock)).param("id", disabled.id())
        .query(Substitutes::row).list().forEach(rule -> end(rule, disabled.by()));
  }

  private void end(Substitution rule, Actor by) {
    jdbc.sql("update substitute set ended_by = ?, ended_at = ? where id = ?").params(by.id(), now(), rule.id())
        .update();
    audit.append(AuditTrail.HOUSE, by, "people.substitute-ended",
        Map.of("account", rule.account(), "substitute", rule.substitute()));
  }

  private void checkDates(AppointSubstitute command) {
    if (command.from().isBefore(Dates.today(clock))) {
      throw Refused.at("from", "people.refused.substitute.past");
    }
    if (command.to().isBefore(command.from())) {
      throw Refused.at("to", "people.refused.substitute.dates");
    }
    if (command.to().isAfter(command.from().plusDays(LONGEST_DAYS))) {
      throw Refused.at("to", "people.refused.substitute.too-long");
    }
  }

  private void checkPeople(AppointSubstitute command, Account absent) {
    if (command.account().equals(command.substitute())) {
      throw Refused.at("substitute", "people.refused.substitute.oneself");
    }
    if (!absent.actor().worksOnCases()) {
      throw Refused.at("account", "people.refused.substitute.no-work", absent.name());
    }
    if (command.work().filter(work -> !work.worksOnCases() || !absent.roles().contains(work)).isPresent()) {
      throw Refused.at("work", "people.refused.substitute.not-their-work", absent.name());
    }
    var substitute = accounts.find(command.substitute())
        .orElseThrow(() -> Refused.at("substitute", "people.not-found.account", command.substitute()));
    if (!substitute.enabled() || !substitute.actor().worksOnCases()) {
      throw Refused.at("substitute", "people.refused.substitute.can-not", substitute.name());
    }
  }

  /** One substitute for one kind of work, and no chains. */
  private void checkOthers(AppointSubstitute command) {
    meanwhile("account", command.account(), command).stream()
        .filter(rule -> rule.work().isEmpty() || command.work().isEmpty() || rule.work().equals(command.work()))
        .findFirst().ifPresent(rule -> {
          throw refused("from", "people.refused.substitute.overlap", rule.substitute(), rule);
        });
    meanwhile("account", command.substitute(), command).stream().findFirst().ifPresent(rule -> {
      throw refused("substitute", "people.refused.substitute.away", rule.account(), rule);
    });
    meanwhile("substitute", command.account(), command).stream().findFirst().ifPresent(rule -> {
      throw refused("account", "people.refused.substitute.stands-in", rule.account(), rule);
    });
  }

  private List<Substitution> meanwhile(String column, String account, AppointSubstitute command) {
    return jdbc.sql(SELECT + " where " + column + " = :account and" + MEANWHILE + " order by from_on, id")
        .param("account", account).param("from", command.from()).param("to", command.to()).query(Substitutes::row)
        .list();
  }

  private Refused refused(String field, String key, String person, Substitution rule) {
    return Refused.at(field, key, accounts.name(person), rule.from().toString(), rule.to().toString());
  }

  private boolean isShown(Substitution rule, Actor actor) {
    return rule.account().equals(actor.id()) || rule.substitute().equals(actor.id())
        || decidesFor(accounts.get(rule.account()), actor);
  }

  private static boolean decidesFor(Account account, Actor actor) {
    return account.id().equals(actor.id()) || actor.has(Role.ADMINISTRATOR)
        || actor.has(Role.LEADER) && actor.unit().equals(account.unit());
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private static Substitution row(ResultSet row, int number) throws SQLException {
    return new Substitution(row.getObject("id", UUID.class), row.getString("account"), row.getString("substitute"),
        Optional.ofNullable(row.getString("work")).map(Role::of), row.getObject("from_on", LocalDate.class),
        row.getObject("to_on", LocalDate.class), row.getString("set_by"), row.getTimestamp("set_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
  }
}
