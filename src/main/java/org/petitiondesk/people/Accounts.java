package org.petitiondesk.people;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.kernel.Snapshot;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may log in, as what. */
@Component
public class Accounts {

  /** Actor ids of programs are {@code api:} and the name of their key. */
  static final String API = "api:";

  private final JdbcClient jdbc;
  private final Units units;
  private final Passwords passwords;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<HeldWork> work;
  private final Snapshot<Map<String, Account>> snapshot = new Snapshot<>(this::load);

  Accounts(JdbcClient jdbc, Units units, Passwords passwords, AuditTrail audit, ApplicationEventPublisher events,
      ObjectProvider<HeldWork> work) {
    this.jdbc = jdbc;
    this.units = units;
    this.passwords = passwords;
    this.audit = audit;
    this.events = events;
    this.work = work;
  }

  public Account get(String id) {
    return find(id).orElseThrow(() -> new NotFound("people.not-found.account", id));
  }

  public Optional<Account> find(String id) {
    return Optional.ofNullable(snapshot.get().get(id));
  }

  /** Every account, the disabled ones too, by id. */
  public List<Account> all() {
    return List.copyOf(snapshot.get().values());
  }

  /** Those of the unit who hold the role and may log in, by id. */
  public List<Account> inUnit(String unit, Role role) {
    return snapshot.get().values().stream()
        .filter(account -> account.enabled() && account.unit().equals(unit) && account.roles().contains(role)).toList();
  }

  public Actor actor(String id) {
    return get(id).actor();
  }

  /** Name to show for an actor's id; also of the system, the public and programs. The id itself when unknown. */
  public String name(String id) {
    if (id.equals(Actor.SYSTEM.id())) {
      return Actor.SYSTEM.name();
    }
    if (id.equals(Actor.PUBLIC.id())) {
      return Actor.PUBLIC.name();
    }
    if (id.startsWith(API)) {
      return id.substring(API.length());
    }
    return find(id).map(Account::name).orElse(id);
  }

  public long count() {
    return snapshot.get().size();
  }

  @Transactional
  public void create(CreateAccount command, Actor by) {
    var id = Names.id(command.id());
    if (find(id).isPresent() || id.equals(Actor.SYSTEM.id()) || id.equals(Actor.PUBLIC.id())) {
      throw Refused.at("id", "people.refused.id-taken", id);
    }
    var name = Names.name(command.name());
    requireRoles(command.roles());
    requireUnit(command.unit(), command.roles());
    jdbc.sql("insert into account (id, name, unit, email, password, enabled) values (?, ?, ?, ?, ?, true)")
        .params(id, name, orNull(command.unit()), command.email().orElse(null), command.password().value()).update();
    insertRoles(id, command.roles());
    audit.append(AuditTrail.HOUSE, by, "people.account-created",
        Map.of("account", id, "unit", command.unit(), "roles", sorted(command.roles())));
    snapshot.changed();
  }

  /**
   * Gives the account another name, address, unit or other roles. Whoever is logged in with it has to log in again; what
   * the person held in the old unit goes back to its groups.
   */
  @Transactional
  public void change(ChangeAccount command, Actor by) {
    var id = command.id();
    var before = get(id);
    var name = Names.name(command.name());
    requireRoles(command.roles());
    requireUnit(command.unit(), command.roles());
    refuseLosingTheLastAdministrator(id, command.roles().contains(Role.ADMINISTRATOR));
    if (!before.unit().equals(command.unit()) || !command.roles().containsAll(before.roles())) {
      work.forEach(held -> held.handOn(id, Optional.empty(), by));
    }
    update(command.version(), id, "name = ?, email = ?, unit = ?", name, command.email().orElse(null),
        orNull(command.unit()));
    jdbc.sql("delete from account_role where account = ?").param(id).update();
    insertRoles(id, command.roles());
    audit.append(AuditTrail.HOUSE, by, "people.account-changed",
        Map.of("account", id, "unit", command.unit(), "roles", sorted(command.roles())));
    changed(id);
  }

  /** How much the person holds that is not finished. */
  public long heldBy(String id) {
    return work.orderedStream().mapToLong(held -> held.heldBy(id)).sum();
  }

  /**
   * Nobody can log in with it any more. What the person held goes to a colleague, or back to the groups it came from;
   * nobody stands in for the person any longer, and the person for nobody.
   *
   * @param version what the page has seen
   */
  @Transactional
  public void disable(String id, int version, Optional<String> successor, Actor by) {
    get(id);
    refuseLosingTheLastAdministrator(id, false);
    successor.filter(to -> to.equals(id) || !find(to).map(Account::enabled).orElse(false)).ifPresent(to -> {
      throw Refused.at("successor", "people.refused.successor");
    });
    work.forEach(held -> held.handOn(id, successor, by));
    update(version, id, "enabled = false");
    audit.append(AuditTrail.HOUSE, by, "people.account-disabled",
        Map.of("account", id, "successor", successor.orElse("")));
    changed(id);
    events.publishEvent(new AccountDisabled(id, by));
  }

  @Transactional
  public void enable(String id, int version, Actor by) {
    var account = get(id);
    requireUnit(account.unit(), account.roles());
    update(version, id, "enabled = true");
    audit.append(AuditTrail.HOUSE, by, "people.account-enabled", Map.of("account", id));
    changed(id);
  }

  /**
   * Puts on record whom the person answers to by name; empty for nobody. What the person is complained about is kept from
   * that superior. Refused for oneself and for somebody who answers to this person, over however many others.
   *
   * @param version what the page has seen
   */
  @Transactional
  public void answersTo(String id, int version, Optional<String> superior, Actor by) {
    get(id);
    superior.ifPresent(above -> {
      if (find(above).filter(Account::enabled).isEmpty()) {
        throw Refused.at("superior", "people.not-found.account", above);
      }
      for (var next = superior; next.isPresent(); next = find(next.get()).flatMap(Account::superior)) {
        if (next.get().equals(id)) {
          throw Refused.at("superior", "people.refused.superior");
        }
      }
    });
    update(version, id, "superior = ?", superior.orElse(null));
    audit.append(AuditTrail.HOUSE, by, "people.superior-recorded",
        Map.of("account", id, "superior", superior.orElse("")));
    changed(id);
  }

  /** The person's own change; the old password must be right. Ends every session, this one too. */
  @Transactional
  public void changePassword(String current, PasswordHash password, Actor by) {
    if (!passwords.encoder().matches(current, storedPassword(by.id()))) {
      throw Refused.at("current", "people.refused.current-password");
    }
    setPassword(by.id(), password);
    audit.append(AuditTrail.HOUSE, by, "people.password-changed", Map.of("account", by.id()));
    changed(by.id());
  }

  /** An administrator's help for somebody who forgot it. */
  @Transactional
  public void resetPassword(String id, PasswordHash password, Actor by) {
    get(id);
    setPassword(id, password);
    audit.append(AuditTrail.HOUSE, by, "people.password-reset", Map.of("account", id));
    changed(id);
  }

  /** Only for the log-in; never leaves this module. */
  String storedPassword(String id) {
    return jdbc.sql("select password from account where id = ?").param(id).query(String.class).optional()
        .orElseThrow(() -> new NotFound("people.not-found.account", id));
  }

  private void update(int version, String id, String values, Object... parameters) {
    var updated = jdbc.sql("update account set " + values + ", version = version + 1 where id = ? and version = ?")
        .params(parameters).params(id, version).update();
    if (updated == 0) {
      throw new Conflict("people.conflict.changed");
    }
  }

  private void setPassword(String id, PasswordHash password) {
    jdbc.sql("update account set password = ? where id = ?").params(password.value(), id).update();
  }

  private void requireUnit(String unit, Set<Role> roles) {
    var mayDoWithout = unit.isEmpty() && EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.DESIGNER).containsAll(roles);
    if (!mayDoWithout && units.find(unit).filter(known -> !known.dissolved()).isEmpty()) {
      throw Refused.at("unit", "people.not-found.unit", unit);
    }
  }

  private static void requireRoles(Set<Role> roles) {
    if (roles.isEmpty()) {
      throw Refused.at("roles", "people.refused.no-role");
    }
  }

  /** Nobody could ever undo it through the browser. */
  private void refuseLosingTheLastAdministrator(String id, boolean remains) {
    if (!remains && snapshot.get().values().stream().noneMatch(
        other -> !other.id().equals(id) && other.enabled() && other.roles().contains(Role.ADMINISTRATOR))) {
      throw Refused.because("people.refused.last-administrator");
    }
  }

  private void insertRoles(String id, Set<Role> roles) {
    roles.forEach(
        role -> jdbc.sql("insert into account_role (account, role) values (?, ?)").params(id, role.key()).update());
  }

  private void changed(String id) {
    snapshot.changed();
    events.publishEvent(new AccountChanged(id));
  }

  private static String orNull(String unit) {
    return unit.isEmpty() ? null : unit;
  }

  private static List<String> sorted(Set<Role> roles) {
    return roles.stream().sorted().map(Role::key).toList();
  }

  private Map<String, Account> load() {
    var roles = jdbc.sql("select account, role from account_role")
        .query((row, number) -> Map.entry(row.getString("account"), Role.of(row.getString("role")))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey,
            Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(() -> EnumSet.noneOf(Role.class)))));
    var accounts = new LinkedHashMap<String, Account>();
    jdbc.sql("select id, name, unit, email, enabled, version, superior from account order by id")
        .query((row, number) -> new Account(row.getString("id"), row.getString("name"),
            Optional.ofNullable(row.getString("unit")).orElse(""),
            roles.getOrDefault(row.getString("id"), EnumSet.noneOf(Role.class)),
            Optional.ofNullable(row.getString("email")), row.getBoolean("enabled"), row.getInt("version"),
            Optional.ofNullable(row.getString("superior"))))
        .list().forEach(account -> accounts.put(account.id(), account));
    return accounts;
  }
}
