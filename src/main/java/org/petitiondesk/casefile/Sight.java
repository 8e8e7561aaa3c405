package org.petitiondesk.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseExaminers;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.kernel.SubstituteWork;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The row rule: my unit and below, or mine, or the one case whose item I do for an absent colleague; a report only when
 * I am named on it, and never when it is about my unit. Whoever is kept from a case ({@link Bars}) sees nothing of it.
 * Roles that do not work on cases (administrator, auditor, designer) see none, neither do the public and the system.
 */
@Component
class Sight implements CaseSight {

  /** Condition over {@code case_file c}, with the parameters of {@link #parameters}. */
  static final String RULE = """
      (c.registered_by = :me or c.officer = :me or c.leader = :me
        or exists (select 1 from case_unit u
          where u.case_id = c.id and u.part <> 'RESPONDENT' and u.unit_id in (:myUnits))
        or exists (select 1 from case_access n where n.case_id = c.id and n.account = :me))
      and (c.demand_class <> 'REPORT'
        or exists (select 1 from case_access a where a.case_id = c.id and a.account = :me)
          and not exists (select 1 from case_unit r
            where r.case_id = c.id and r.part = 'RESPONDENT' and r.unit_id in (:answeringForMe)))
      and not\s
      """ + Bars.RULE;

  private final JdbcClient jdbc;
  private final Units units;
  private final Bars bars;
  private final SubstituteWork substituteWork;
  private final CaseExaminers examiners;
  private final AuditTrail audit;

  Sight(JdbcClient jdbc, Units units, Bars bars, SubstituteWork substituteWork, CaseExaminers examiners,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.units = units;
    this.bars = bars;
    this.substituteWork = substituteWork;
    this.examiners = examiners;
    this.audit = audit;
  }

  @Override
  public void require(CaseId caseId, Actor actor) {
    if (!sees(caseId, actor)) {
      throw hidden(caseId, actor);
    }
  }

  @Override
  @Transactional
  public void look(CaseId caseId, Actor actor) {
    var ownRight = ownRight(caseId, actor);
    if (ownRight.isEmpty() && forColleague(caseId, actor).isEmpty()) {
      throw hidden(caseId, actor);
    }
    if (ownRight.equals(Optional.of(DemandClass.REPORT))) {
      audit.append(caseId, actor, "report.viewed", Map.of());
    }
  }

  @Override
  public boolean sees(CaseId caseId, Actor actor) {
    return ownRight(caseId, actor).isPresent() || forColleague(caseId, actor).isPresent();
  }

  @Override
  public Map<CaseId, String> codes(Collection<CaseId> cases, Actor actor) {
    if (cases.isEmpty() || !mayLook(actor)) {
      return Map.of();
    }
    return jdbc.sql("select c.id, c.code_year, c.number from case_file c where c.id in (:cases) and " + RULE)
        .param("cases", cases.stream().map(CaseId::value).toList()).params(parameters(actor))
        .query((rs, n) -> Map.entry(new CaseId(rs.getObject("id", UUID.class)),
            CaseCodes.code(rs.getInt("code_year"), rs.getLong("number"))))
        .list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public boolean worksOn(CaseId caseId, Actor actor) {
    return jdbc
        .sql("select count(*) from case_file c where c.id = :id and (" + worksOn(actor) + ") and not " + Bars.RULE)
        .param("id", caseId.value()).params(parameters(actor)).query(Long.class).single() > 0
        || forColleague(caseId, actor).isPresent();
  }

  @Override
  public boolean handles(CaseId caseId, Actor actor) {
    return jdbc.sql("select status, officer from case_file where id = ?").param(caseId.value())
        .query((rs, n) -> CaseStatus.valueOf(rs.getString("status")) == CaseStatus.RECONSIDERATION
            ? examiners.of(caseId)
            : Optional.ofNullable(rs.getString("officer")))
        .optional().flatMap(handler -> handler).filter(actor::involves).isPresent();
  }

  /**
   * The actor on behalf of an absent colleague whose item of this case they do; for no report, whatever its items said
   * when the colleague got them.
   */
  Optional<Actor> forColleague(CaseId caseId, Actor actor) {
    return mayLook(actor)
        ? substituteWork.in(caseId, actor).filter(colleague -> !isReport(caseId) && !bars.isBarred(caseId, colleague))
        : Optional.empty();
  }

  /** What kind of case it is that the actor sees by their own right; empty when they do not. */
  private Optional<DemandClass> ownRight(CaseId caseId, Actor actor) {
    return mayLook(actor)
        ? jdbc.sql("select c.demand_class from case_file c where c.id = :id and " + RULE)
            .param("id", caseId.value()).params(parameters(actor)).query(String.class).optional()
            .map(DemandClass::valueOf)
        : Optional.empty();
  }

  private boolean isReport(CaseId caseId) {
    return jdbc.sql("select count(*) from case_file where id = ? and demand_class = 'REPORT'").param(caseId.value())
        .query(Long.class).single() > 0;
  }

  /** Whether the rule need be asked at all. */
  boolean mayLook(Actor actor) {
    return actor.worksOnCases();
  }

  /** The rule for one reader; empty for those who see no case at all. */
  Optional<SightRule> rule(Actor actor) {
    return mayLook(actor) ? Optional.of(new SightRule("(" + RULE + ")", parameters(actor))) : Optional.empty();
  }

  Map<String, Object> parameters(Actor actor) {
    var parameters = bars.parameters(actor);
    parameters.put("myUnit", actor.unit());
    // An empty list is no SQL; nobody belongs to the unit without a name.
    parameters.put("myUnits",
        Stream.concat(Stream.of(actor.unit()), units.selfAndBelow(actor.unit()).stream()).toList());
    parameters.put("answeringForMe", lineage(actor.unit()));
    return parameters;
  }

  /**
   * The unit and those above it. A report about one of them is kept from this unit's people; the government at the top
   * is left out, or nobody could take up what is reported about it.
   */
  List<String> lineage(String unit) {
    var lineage = new ArrayList<String>();
    lineage.add(unit);
    for (var above = units.find(unit).flatMap(Unit::parent); above.isPresent();) {
      var parent = units.get(above.get());
      if (parent.kind() != UnitKind.GOVERNMENT) {
        lineage.add(parent.id());
      }
      above = parent.parent();
    }
    return lineage;
  }

  /** Condition over {@code case_file c}, with the parameters of {@link #parameters}: the actor works on the case. */
  static String worksOn(Actor actor) {
    var rules = new ArrayList<>(List.of("c.officer = :me or c.leader = :me",
        """
            c.demand_class = 'REPORT' and exists (select 1 from case_access w where w.case_id = c.id and w.account = :me)"""));
    if (actor.has(Role.OFFICER) || actor.has(Role.LEADER)) {
      rules.add("c.registering_unit = :myUnit");
    }
    if (actor.has(Role.HANDLER) || actor.has(Role.MEDIATOR) || actor.has(Role.LEADER)) {
      rules.add("exists (select 1 from case_unit w where w.case_id = c.id and w.part in ('LEAD', 'CO')"
          + " and w.unit_id = :myUnit)" + ofKind(actor));
    }
    if (actor.has(Role.REVIEWER) || actor.has(Role.LEADER)) {
      rules.add("exists (select 1 from case_unit w where w.case_id = c.id and w.part = 'REVIEWING'"
          + " and w.unit_id = :myUnit)");
    }
    return String.join(" or ", rules);
  }

  /** Mediators work on disputes, handlers on petitions, a leader on both. */
  private static String ofKind(Actor actor) {
    if (actor.has(Role.LEADER) || actor.has(Role.HANDLER) && actor.has(Role.MEDIATOR)) {
      return "";
    }
    return " and c.kind = '" + (actor.has(Role.MEDIATOR) ? CaseKind.DISPUTE : CaseKind.PETITION) + "'";
  }

  /** Who is kept from a case is told no more than a stranger; but that they tried is on record. */
  private NotFound hidden(CaseId id, Actor actor) {
    bars.require(id, actor);
    return unknown(id);
  }

  static NotFound unknown(CaseId id) {
    return new NotFound("casefile.unknown", id);
  }
}
