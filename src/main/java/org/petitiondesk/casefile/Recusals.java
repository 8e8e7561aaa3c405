package org.petitiondesk.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.AccountChanged;
import org.petitiondesk.people.Accounts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recusal (回避) [Regulations, art. 28]: who asked that somebody keep away from a case, and what was decided. Rows are
 * added and never changed. Who may ask and who decides is the caller's to check; from the decision on {@link Bars} keeps
 * the person out, and {@link PersonBarred} hands on what they held.
 */
@Component
@Transactional
public class Recusals {

  private static final int LONGEST_REASON = 2000;

  private static final String SELECT = """
      select r.id, r.case_id, r.account, r.ground, r.reason, r.asked_by, r.asked_at, d.barred, d.reason as decision,
          d.decided_by, d.decided_at
        from recusal r left join recusal_decision d on d.recusal_id = r.id
      """;

  private final JdbcClient jdbc;
  private final Bars bars;
  private final CaseParties parties;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Recusals(JdbcClient jdbc, Bars bars, CaseParties parties, Accounts accounts, AuditTrail audit,
      ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.bars = bars;
    this.parties = parties;
    this.accounts = accounts;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Puts the question. Refused without a reason, for somebody who works on no cases, and for one who is barred already or
   * about whom the question is open.
   */
  public UUID ask(CaseId id, String account, String reason, Actor by) {
    checkReason(reason);
    var person = accounts.find(account).filter(Account::enabled).filter(known -> known.actor().worksOnCases())
        .orElseThrow(() -> Refused.at("account", "casefile.refused.recusal.account"));
    if (bars.isBarred(id, person.actor())) {
      throw Refused.at("account", "casefile.refused.recusal.barred", person.name());
    }
    if (of(id).stream().anyMatch(open -> open.isOpen() && open.account().equals(account))) {
      throw Refused.at("account", "casefile.refused.recusal.asked", person.name());
    }
    var ground = by.id().equals(account) ? RecusalGround.DECLARED : RecusalGround.ASKED;
    var asked = insert(id, account, ground, reason, by);
    audit.append(id, by, "recusal.asked", Map.of("account", account, "ground", ground.name(), "reason", reason));
    return asked;
  }

  /** Decides it, once and for good: of two at the same moment the second is told so. Refused without a reason. */
  public void decide(UUID recusal, boolean barred, String reason, Actor by) {
    checkReason(reason);
    var asked = get(recusal);
    addDecision(asked, barred, reason, by);
    audit.append(asked.caseId(), by, barred ? "recusal.granted" : "recusal.refused",
        Map.of("account", asked.account(), "reason", reason));
    if (barred) {
      events.publishEvent(new PersonBarred(asked.caseId(), asked.account()));
    }
  }

  /** The person only has the same name as the one whom the case is about: they are not kept from it any longer. */
  public void clear(CaseId id, String account, String reason, Actor by) {
    checkReason(reason);
    if (namesakes(id).stream().noneMatch(person -> person.id().equals(account))) {
      throw Refused.at("account", "casefile.refused.recusal.no-namesake");
    }
    var asked = insert(id, account, RecusalGround.RESPONDENT, reason, by);
    addDecision(get(asked), false, reason, by);
    audit.append(id, by, "recusal.cleared", Map.of("account", account, "reason", reason));
  }

  /** Oldest first. */
  @Transactional(readOnly = true)
  public List<Recusal> of(CaseId id) {
    return jdbc.sql(SELECT + " where r.case_id = ? order by r.asked_at, r.id").param(id.value())
        .query(Recusals::row).list();
  }

  @Transactional(readOnly = true)
  public Recusal get(UUID recusal) {
    return jdbc.sql(SELECT + " where r.id = ?").param(recusal).query(Recusals::row).optional()
        .orElseThrow(() -> new NotFound("casefile.not-found.recusal"));
  }

  /** Accounts that are kept from the case because of their names, or of the name of one who answers to them; by id. */
  @Transactional(readOnly = true)
  public List<Account> namesakes(CaseId id) {
    var names = parties.of(id).stream()
        .filter(party -> party.role() == PartyRole.RESPONDENT && party.kind() == PartyKind.PERSON)
        .map(party -> PlainName.of(party.name()))
        .collect(Collectors.toSet());
    if (names.isEmpty()) {
      return List.of();
    }
    var superiors = accounts.all().stream().filter(account -> names.contains(PlainName.of(account.name())))
        .flatMap(account -> account.superior().stream()).collect(Collectors.toSet());
    var decided = of(id).stream().filter(recusal -> recusal.ground() == RecusalGround.RESPONDENT).map(Recusal::account)
        .collect(Collectors.toSet());
    return accounts.all().stream().filter(account -> account.enabled() && account.actor().worksOnCases())
        .filter(account -> names.contains(PlainName.of(account.name())) || superiors.contains(account.id()))
        .filter(account -> !decided.contains(account.id())).toList();
  }

  /** A new name or a new superior of record can make somebody the one whom a case is about. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(AccountChanged changed) {
    var account = accounts.get(changed.id());
    account.superior().ifPresent(this::handOn);
    handOn(account.id());
  }

  private void handOn(String account) {
    bars.barredFrom(accounts.actor(account)).forEach(id -> events.publishEvent(new PersonBarred(id, account)));
  }

  private UUID insert(CaseId id, String account, RecusalGround ground, String reason, Actor by) {
    var recusal = UUID.randomUUID();
    jdbc.sql("""
        insert into recusal (id, case_id, account, ground, reason, asked_by, asked_at) values (?, ?, ?, ?, ?, ?, ?)""")
        .params(recusal, id.value(), account, ground.name(), reason, by.id(), now()).update();
    return recusal;
  }

  private void addDecision(Recusal asked, boolean barred, String reason, Actor by) {
    try {
      jdbc.sql("""
          insert into recusal_decision (recusal_id, barred, reason, decided_by, decided_at) values (?, ?, ?, ?, ?)""")
          .params(asked.id(), barred, reason, by.id(), now()).update();
    } catch (DuplicateKeyException second) {
      throw new Conflict("casefile.conflict.recusal-decided");
    }
  }

  private static void checkReason(String reason) {
    if (reason.isBlank()) {
      throw Refused.at("reason", "casefile.refused.recusal.no-reason");
    }
    Texts.check("reason", reason, LONGEST_REASON);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private static Recusal row(ResultSet rs, int row) throws SQLException {
    var by = rs.getString("decided_by");
    return new Recusal(rs.getObject("id", UUID.class), new CaseId(rs.getObject("case_id", UUID.class)),
        rs.getString("account"), RecusalGround.valueOf(rs.getString("ground")), rs.getString("reason"),
        rs.getString("asked_by"), rs.getTimestamp("asked_at").toInstant(),
        by == null
            ? Optional.empty()
            : Optional.of(new Recusal.Decision(rs.getBoolean("barred"), rs.getString("decision"), by,
                rs.getTimestamp("decided_at").toInstant())));
  }
}
