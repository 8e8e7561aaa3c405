package org.petitiondesk.petition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Texts;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking a rating out of the figures: with a reason, a file that proves it and the signatures of two people, neither of
 * the rated unit. The rating itself stays as it was given, and the number of exclusions stands beside every figure.
 */
@Service
@Transactional
public class RatingExclusions {

  private static final int LONGEST_REASON = 2000;

  private static final String SELECT = """
      select e.*, d.excluded, d.reason as decision, d.decided_by, d.decided_at from petition_rating_exclusion e
        left join petition_rating_exclusion_decision d on d.exclusion_id = e.id
      """;

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final PetitionRecords records;
  private final OutsideDesk outside;
  private final PetitionWorkflow petition;
  private final RatingExclusionWorkflow workflow;
  private final Documents documents;
  private final AuditTrail audit;
  private final Clock clock;

  RatingExclusions(JdbcClient jdbc, CaseFiles cases, PetitionRecords records, OutsideDesk outside,
      PetitionWorkflow petition, RatingExclusionWorkflow workflow, Documents documents, AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.records = records;
    this.outside = outside;
    this.petition = petition;
    this.workflow = workflow;
    this.documents = documents;
    this.audit = audit;
    this.clock = clock;
  }

  /** Of every answer's rating, oldest first; for whoever has sight of the case. */
  @Transactional(readOnly = true)
  public List<RatingExclusion> of(CaseId id) {
    return jdbc.sql(SELECT + " where e.case_id = ? order by e.proposed_at, e.id").param(id.value())
        .query(RatingExclusions::row).list();
  }

  /** Whether there is a rating whose exclusion concerns the actor: as one of those who propose or sign it. */
  @Transactional(readOnly = true)
  public boolean mayLook(CaseId id, Actor actor) {
    return isOutside(cases.get(id), actor) && !records.ratings(id).isEmpty();
  }

  /**
   * About the last rating. Needs an officer or leader outside the rated unit. Refused without a reason and without exactly one file that proves
   * it, and while another proposal is open or when the rating is excluded already.
   */
  public void propose(CaseId id, String reason, List<Upload> evidence, Actor actor) {
    cases.requireSight(id, actor);
    if (!mayLook(id, actor)) {
      throw new Forbidden("petition.forbidden.exclusion");
    }
    checkReason(reason);
    if (evidence.size() != 1) {
      throw Refused.at("files", "petition.refused.exclusion-evidence");
    }
    var answer = records.ratings(id).stream().mapToInt(Rating::answer).max().orElseThrow();
    if (of(id).stream()
        .anyMatch(one -> one.isOpen() || one.answer() == answer && one.decision().get().excluded())) {
      throw Refused.because("petition.refused.exclusion-twice");
    }
    var file = documents.add(id, DocumentKind.PROOF, evidence.get(0), actor);
    jdbc.sql("""
        insert into petition_rating_exclusion (id, case_id, answer_number, reason, evidence, proposed_by, proposed_at)
          values (?, ?, ?, ?, ?, ?, ?)""")
        .params(UUID.randomUUID(), id.value(), answer, reason, file.value(), actor.id(), now()).update();
    audit.append(id, actor, "rating.exclusion-proposed", Map.of("reason", reason));
    workflow.begin(id, outside.of(cases.get(id), Role.LEADER));
  }

  /** Needs the item. Refused for whoever proposed it and for people of the rated unit: it takes two. */
  public void sign(CaseId id, String item, boolean excluded, String reason, Actor actor) {
    petition.requireItem(id, item, PetitionRatingExclusion.USER_COUNTERSIGN, actor);
    checkReason(reason);
    var proposed = of(id).stream().filter(RatingExclusion::isOpen).findFirst()
        .orElseThrow(() -> new Conflict("petition.conflict.exclusion-decided"));
    if (actor.involves(proposed.proposedBy())) {
      throw Refused.because("petition.refused.exclusion-own");
    }
    if (!isOutside(cases.get(id), actor)) {
      throw new Forbidden("petition.forbidden.exclusion");
    }
    try {
      jdbc.sql("""
          insert into petition_rating_exclusion_decision (exclusion_id, excluded, reason, decided_by, decided_at)
            values (?, ?, ?, ?, ?)""").params(proposed.id(), excluded, reason, actor.id(), now()).update();
    } catch (DuplicateKeyException second) {
      throw new Conflict("petition.conflict.exclusion-decided");
    }
    audit.append(id, actor, excluded ? "rating.excluded" : "rating.kept", Map.of("reason", reason));
    workflow.decided(item, excluded, actor);
  }

  /**
   * Of the units whose petitions the actor may see, by unit; petitioners rated the lead unit. Each answer of a petition is
   * rated for itself.
   */
  @Transactional(readOnly = true)
  public List<RatingFigures> figures(Actor actor) {
    return cases.sightRule(actor).map(rule -> jdbc.sql("""
        select c.lead_unit,
            count(case when not f.excluded and f.grade = 'SATISFIED' then 1 end) as satisfied,
            count(case when not f.excluded and f.grade = 'BASICALLY_SATISFIED' then 1 end) as basically,
            count(case when not f.excluded and f.grade = 'NOT_SATISFIED' then 1 end) as not_satisfied,
            count(case when f.excluded then 1 end) as excluded,
            count(case when f.grade = 'DISPUTE' then 1 end) as disputed
          from case_file c
            join (select r.case_id, r.unit_rating as grade, exists (select 1 from petition_rating_exclusion e
                  join petition_rating_exclusion_decision s on s.exclusion_id = e.id and s.excluded
                  where e.case_id = r.case_id and e.answer_number = r.answer_number) as excluded
                from petition_rating r
              union all
              select d.case_id, d.source, false from petition_dissatisfaction d where d.source = 'DISPUTE') f
              on f.case_id = c.id
          where c.lead_unit is not null and c.demand_class <> 'REPORT' and\s""" + rule.condition() + """
        group by c.lead_unit order by c.lead_unit""").params(rule.parameters())
        .query((rs, row) -> new RatingFigures(rs.getString("lead_unit"), rs.getInt("satisfied"),
            rs.getInt("basically"), rs.getInt("not_satisfied"), rs.getInt("excluded"), rs.getInt("disputed")))
        .list()).orElse(List.of());
  }

  private static boolean isOutside(CaseFile file, Actor actor) {
    return (actor.has(Role.OFFICER) || actor.has(Role.LEADER) || actor.has(Role.REVIEWER))
        && !file.leadUnit().equals(Optional.of(actor.unit()));
  }

  private static void checkReason(String reason) {
    if (reason.isBlank()) {
      throw Refused.at("reason", "petition.refused.no-reason.exclusion");
    }
    Texts.check("reason", reason, LONGEST_REASON);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private static RatingExclusion row(ResultSet rs, int row) throws SQLException {
    var by = rs.getString("decided_by");
    return new RatingExclusion(rs.getObject("id", UUID.class), new CaseId(rs.getObject("case_id", UUID.class)),
        rs.getInt("answer_number"), rs.getString("reason"), new DocumentId(rs.getObject("evidence", UUID.class)),
        rs.getString("proposed_by"),
        rs.getTimestamp("proposed_at").toInstant(),
        by == null
            ? Optional.empty()
            : Optional.of(new RatingExclusion.Decision(rs.getBoolean("excluded"), rs.getString("decision"), by,
                rs.getTimestamp("decided_at").toInstant())));
  }
}
