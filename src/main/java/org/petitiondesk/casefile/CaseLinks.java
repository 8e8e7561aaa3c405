package org.petitiondesk.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which cases belong together, and which may. Of every case it tells only what the reader may see. */
@Component
@Transactional
public class CaseLinks {

  private final JdbcClient jdbc;
  private final Sight sight;
  private final CaseFiles files;
  private final CaseParties parties;
  private final LookAlikes lookAlikes;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CaseLinks(JdbcClient jdbc, Sight sight, CaseFiles files, CaseParties parties, LookAlikes lookAlikes, AuditTrail audit,
      ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.sight = sight;
    this.files = files;
    this.parties = parties;
    this.lookAlikes = lookAlikes;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** The links of a case in both directions, newest first. */
  @Transactional(readOnly = true)
  public List<CaseLink> of(CaseId id, Actor actor) {
    return sight.mayLook(actor)
        ? jdbc.sql("""
            select c.*, l.case_id, l.kind as link_kind, l.reason, l.linked_by, l.linked_at
            from case_link l join case_file c on c.id = case when l.case_id = :id then l.target_id else l.case_id end
            where (l.case_id = :id or l.target_id = :id) and (
            """ + Sight.RULE + ") order by l.linked_at desc, c.id").params(sight.parameters(actor))
            .param("id", id.value()).query((rs, row) -> link(id, rs)).list()
        : List.of();
  }

  /** Cases that may be the same matter and are not linked yet. The petitioner is compared only for those who work on it. */
  public List<LookAlike> candidates(CaseId id, Actor actor) {
    sight.require(id, actor);
    var file = files.get(id);
    var indexes = files.worksOn(id, actor) && !file.isReport()
        ? parties.indexes(files.parties(id))
        : Set.<String>of();
    if (!indexes.isEmpty()) {
      audit.append(id, actor, "parties.compared", Map.of());
    }
    var linked = of(id, actor).stream().map(link -> link.other().id()).collect(Collectors.toSet());
    return file.isReport()
        ? List.of()
        : lookAlikes.of(file, indexes, actor).stream().filter(like -> !linked.contains(like.row().id())).toList();
  }

  /** Needs somebody who works on the case and may see the other one. */
  public void link(CaseId id, CaseId otherId, LinkKind kind, String reason, Actor actor) {
    requireWork(id, actor);
    sight.require(otherId, actor);
    // Whoever hears of it may have to lock either: always in this order, and before the link refers to them.
    Stream.of(id, otherId).sorted(Comparator.comparing(CaseId::value)).forEach(files::lock);
    var file = files.get(id);
    var other = files.get(otherId);
    requireReason(reason);
    if (kind == LinkKind.MERGED || id.equals(otherId) || file.isReport() != other.isReport()) {
      throw Refused.at("code", "casefile.refused.link", other.code());
    }
    if (kind(id, otherId).isPresent()) {
      throw Refused.at("code", "casefile.refused.linked", other.code());
    }
    insert(file, other, kind, reason, actor);
  }

  /** A rule has found that two cases say something about each other. Nothing happens when they are linked already. */
  public void relate(CaseId id, CaseId otherId, String reason) {
    if (kind(id, otherId).isEmpty()) {
      insert(files.get(id), files.get(otherId), LinkKind.RELATED, reason, Actor.SYSTEM);
    }
  }

  private void insert(CaseFile file, CaseFile other, LinkKind kind, String reason, Actor actor) {
    jdbc.sql("""
        insert into case_link (case_id, target_id, kind, linked_by, linked_at, reason) values (?, ?, ?, ?, ?, ?)
        on conflict do nothing""")
        .params(file.id().value(), other.id().value(), kind.name(), actor.id(),
            Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)), reason)
        .update();
    both("case.linked", file, other, kind, reason, actor);
    events.publishEvent(new CasesLinked(file.id(), other.id(), kind, actor));
  }

  /** Needs somebody who works on the case. Taking away what is not there is no error; a merger stays. */
  public void unlink(CaseId id, CaseId otherId, String reason, Actor actor) {
    requireWork(id, actor);
    sight.require(otherId, actor);
    requireReason(reason);
    var kind = kind(id, otherId);
    if (kind.isEmpty()) {
      return;
    }
    if (kind.get() == LinkKind.MERGED) {
      throw Refused.because("casefile.refused.unlink-merged");
    }
    jdbc.sql("""
        delete from case_link where kind <> 'MERGED'
          and (case_id = :id and target_id = :other or case_id = :other and target_id = :id)""")
        .param("id", id.value()).param("other", otherId.value()).update();
    both("case.unlinked", files.get(id), files.get(otherId), kind.get(), reason, actor);
  }

  private Optional<LinkKind> kind(CaseId id, CaseId other) {
    return jdbc.sql("""
        select kind from case_link
        where case_id = :id and target_id = :other or case_id = :other and target_id = :id
        order by case kind when 'MERGED' then 0 else 1 end fetch first 1 rows only""")
        .param("id", id.value()).param("other", other.value()).query(String.class).optional().map(LinkKind::valueOf);
  }

  private void both(String act, CaseFile file, CaseFile other, LinkKind kind, String reason, Actor actor) {
    audit.append(file.id(), actor, act, details(other, kind, reason));
    audit.append(other.id(), actor, act, details(file, kind, reason));
  }

  /** Whoever is named on one report may not know of the other: the links themselves are shown by the row rule. */
  private static Map<String, Object> details(CaseFile other, LinkKind kind, String reason) {
    return other.isReport()
        ? Map.of("link", kind.name())
        : Map.of("link", kind.name(), "reason", reason, "other", other.code());
  }

  private void requireWork(CaseId id, Actor actor) {
    sight.require(id, actor);
    if (!files.worksOn(id, actor)) {
      throw new Forbidden("casefile.forbidden.not-working-on-it");
    }
  }

  private static void requireReason(String reason) {
    if (reason.isBlank() || reason.length() > 1000) {
      throw Refused.at("reason", "casefile.refused.link-reason");
    }
  }

  private static CaseLink link(CaseId id, ResultSet rs) throws SQLException {
    return new CaseLink(CaseRepository.row(rs, 0), LinkKind.valueOf(rs.getString("link_kind")),
        rs.getObject("case_id").equals(id.value()), Optional.ofNullable(rs.getString("reason")).orElse(""),
        rs.getString("linked_by"), rs.getTimestamp("linked_at").toInstant());
  }
}
