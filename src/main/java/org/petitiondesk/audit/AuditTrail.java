package org.petitiondesk.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where every act leaves its link. */
@Component
public class AuditTrail {

  /** Chain of the acts that belong to no case: log-ins, accounts, settings. */
  public static final CaseId HOUSE = new CaseId(new UUID(0, 0));

  private static final int PAGE = 100;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Links links;
  private final Anchors anchors;
  private final Clock clock;

  AuditTrail(Links links, Anchors anchors, Clock clock) {
    this.links = links;
    this.anchors = anchors;
    this.clock = clock;
  }

  /**
   * Adds one act to a chain. Needs a transaction that writes: the act and what it did are committed together. The entry
   * gets its place in the chain in the last moment before the commit ({@link AuditFlush}), so that a chain is locked
   * for as short as possible; until then {@link #of} does not know it.
   *
   * @param actor whoever acts for a colleague stands in the entry with both: the one who acted, and {@code onBehalfOf}
   * @param details ids, decisions and reasons; never personal data
   */
  public void append(CaseId chain, Actor actor, String act, Map<String, ?> details) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      throw new IllegalTransactionStateException("An audit entry needs a transaction that writes: " + act);
    }
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    PendingActs.ofThisTransaction().add(chain.value(),
        new Link.Act(at, actor.id(), actor.name(), act, CanonicalJson.of(withColleague(details, actor))));
  }

  /** The entries of one chain, oldest first. */
  public List<AuditEntry> of(CaseId chain) {
    return links.of(chain.value()).stream().map(AuditTrail::entry).toList();
  }

  /** The entries of one chain, newest first. */
  public Page<AuditEntry> newest(CaseId chain, Optional<String> cursor) {
    var before = cursor.filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf).orElse(Long.MAX_VALUE);
    var entries = links.newest(chain.value(), before, PAGE + 1).stream().map(AuditTrail::entry).toList();
    return Page.cut(entries, PAGE, entry -> Long.toString(entry.seq()));
  }

  /** The entries of one chain that the query asks for, in its order. */
  public Page<AuditEntry> find(AuditQuery query, Optional<String> cursor) {
    var entries = links.find(query, cursor.filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf)).stream()
        .map(AuditTrail::entry).toList();
    return Page.cut(entries, query.size(), entry -> Long.toString(entry.seq()));
  }

  public long count(CaseId chain) {
    return links.count(chain.value());
  }

  public AuditFigures figures() {
    return new AuditFigures(links.countChains(), links.countEntries(), anchors.last());
  }

  private static Map<String, ?> withColleague(Map<String, ?> details, Actor actor) {
    if (actor.onBehalfOf().isEmpty()) {
      return details;
    }
    var both = new LinkedHashMap<String, Object>(details);
    both.put("onBehalfOf", actor.asWhom().id());
    return both;
  }

  static AuditEntry entry(Link link) {
    return new AuditEntry(new CaseId(link.chain()), link.seq(), link.at(), link.actorId(), link.actorName(), link.act(),
        details(link), link.hash());
  }

  private static Map<String, Object> details(Link link) {
    try {
      return JSON.readValue(link.details(), new TypeReference<Map<String, Object>>() {
      });
    } catch (JsonProcessingException e) {
      // Somebody wrote into the table; the page must still open, and verification names the link.
      return Map.of("unreadable", link.details());
    }
  }
}
