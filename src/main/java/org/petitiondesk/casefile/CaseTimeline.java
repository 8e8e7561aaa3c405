package org.petitiondesk.casefile;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.audit.AuditQuery;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a case, page after page: its audit chain, read as a story. The caller has checked sight of the case. */
@Component
@Transactional(readOnly = true)
public class CaseTimeline {

  private static final int PAGE = 20;
  private static final int EVERYTHING = 100_000;

  private final AuditTrail audit;

  CaseTimeline(AuditTrail audit) {
    this.audit = audit;
  }

  /** What a reader sees first: the newest of what moved the case. */
  public TimelinePage newest(CaseId id) {
    return of(id, TimelineKind.ALL, false, Optional.empty());
  }

  /** The whole story, oldest first. */
  public List<AuditEntry> all(CaseId id) {
    var all = TimelineKind.ALL;
    return audit.find(new AuditQuery(id, all.only(), all.without(), true, EVERYTHING), Optional.empty()).rows();
  }

  public TimelinePage of(CaseId id, TimelineKind kind, boolean oldestFirst, Optional<String> cursor) {
    var page = audit.find(new AuditQuery(id, kind.only(), kind.without(), oldestFirst, PAGE), cursor);
    return new TimelinePage(id, kind, oldestFirst, page.rows(), page.next());
  }
}
