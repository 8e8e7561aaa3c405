package org.petitiondesk.casefile;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseBars;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is kept from a case: the one whom it is about and that person's superior of record, unless a leader has found that
 * only the names are the same; and whoever was recused by a decision. {@link Sight} asks it within the row rule.
 */
@Component
class Bars implements CaseBars {

  /** Condition over {@code case_file c}, with the parameters of {@link #parameters}. */
  static final String RULE = """
      (exists (select 1 from recusal b join recusal_decision d on d.recusal_id = b.id
          where b.case_id = c.id and b.account = :me and d.barred)
        or exists (select 1 from case_party b
          where b.case_id = c.id and b.role = 'RESPONDENT' and b.kind = 'PERSON' and b.plain_name in (:answeringNames))
          and not exists (select 1 from recusal b join recusal_decision d on d.recusal_id = b.id
            where b.case_id = c.id and b.account = :me and b.ground = 'RESPONDENT' and not d.barred))
      """;

  /** The same cases without looking at every case; the condition then leaves out those that were cleared. */
  private static final String CASES = """
      select c.id from case_file c
        where c.id in (select b.case_id from recusal b where b.account = :me
            union select b.case_id from case_party b
              where b.role = 'RESPONDENT' and b.kind = 'PERSON' and b.plain_name in (:answeringNames))
          and
      """ + RULE;

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final TransactionTemplate apart;

  Bars(JdbcClient jdbc, Accounts accounts, AuditTrail audit, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.audit = audit;
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public boolean isBarred(CaseId caseId, Actor actor) {
    return Stream.of(actor, actor.asWhom()).distinct().filter(Actor::worksOnCases)
        .anyMatch(person -> jdbc.sql("select count(*) from case_file c where c.id = :case and " + RULE)
            .param("case", caseId.value()).params(parameters(person)).query(Long.class).single() > 0);
  }

  /** The attempt is recorded by itself: the refusal takes back whatever else the actor was about to do. */
  @Override
  public void require(CaseId caseId, Actor actor) {
    if (isBarred(caseId, actor)) {
      apart.executeWithoutResult(status -> audit.append(caseId, actor, "recusal.kept-out", Map.of()));
      throw Sight.unknown(caseId);
    }
  }

  @Override
  public Set<CaseId> barredFrom(Actor actor) {
    return actor.worksOnCases()
        ? jdbc.sql(CASES).params(parameters(actor)).query(UUID.class).list().stream().map(CaseId::new)
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  boolean any(CaseId caseId) {
    return jdbc.sql("""
        select exists (select 1 from case_party b
            where b.case_id = :case and b.role = 'RESPONDENT' and b.kind = 'PERSON')
          or exists (select 1 from recusal b join recusal_decision d on d.recusal_id = b.id
            where b.case_id = :case and d.barred)""").param("case", caseId.value()).query(Boolean.class).single();
  }

  Map<String, Object> parameters(Actor actor) {
    var names = accounts.all().stream().filter(account -> account.superior().filter(actor.id()::equals).isPresent())
        .map(Account::name);
    return new HashMap<>(Map.of("me", actor.id(), "answeringNames",
        Stream.concat(Stream.of(actor.name()), names).map(PlainName::of).distinct().toList()));
  }
}
