package org.petitiondesk.audit;

import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Walks the chains link by link and names the first that does not hold. Reads a page of entries at a time, so that it
 * needs as much memory for a million as for a thousand; and sees one moment of the database, so that what is written
 * meanwhile does not look like a forgery.
 */
@Component
public class AuditVerification {

  private static final int PAGE = 1000;

  private final Links links;
  private final Anchors anchors;

  AuditVerification(Links links, Anchors anchors) {
    this.links = links;
    this.anchors = anchors;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Verdict verifyAll() {
    var walk = new Walk();
    var page = links.page(PAGE);
    while (!page.isEmpty() && walk.holds()) {
      page.forEach(walk::step);
      page = links.pageAfter(page.get(page.size() - 1), PAGE);
    }
    walk.end();
    walk.check(links.firstHeadWithoutEntries());
    if (walk.holds()) {
      walk.check(anchors.firstOtherwise());
      verifyAnchors(walk);
    }
    return walk.verdict();
  }

  /** One chain and what the anchors know of it. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Verdict verify(CaseId chain) {
    var walk = new Walk();
    var page = links.chainAfter(chain.value(), 0, PAGE);
    while (!page.isEmpty() && walk.holds()) {
      page.forEach(walk::step);
      page = links.chainAfter(chain.value(), page.get(page.size() - 1).link().seq(), PAGE);
    }
    walk.end();
    walk.check(links.headWithoutEntries(chain.value()));
    walk.check(anchors.firstOtherwise(chain));
    return walk.verdict();
  }

  private void verifyAnchors(Walk walk) {
    var previous = Link.GENESIS;
    var expected = 1L;
    for (var anchor : anchors.all()) {
      var holds = anchor.number() == expected && anchor.previous().equals(previous)
          && anchor.root().equals(anchors.root(anchor.number(), anchor.day(), anchor.previous()));
      if (!holds) {
        walk.check(Optional.of(new BrokenLink(AuditTrail.HOUSE, expected, Fault.ANCHOR)));
        return;
      }
      walk.anchors++;
      previous = anchor.root();
      expected++;
    }
  }

  /** Where the walk stands: one link back, and nothing more. */
  private static final class Walk {

    private long chains;
    private long entries;
    private long anchors;
    private Optional<BrokenLink> broken = Optional.empty();
    private Links.Headed last;

    boolean holds() {
      return broken.isEmpty();
    }

    void step(Links.Headed next) {
      if (!holds()) {
        return;
      }
      if (last == null || !last.link().chain().equals(next.link().chain())) {
        end();
      }
      check(faultOf(next));
      entries += holds() ? 1 : 0;
      last = next;
    }

    void end() {
      if (last != null && holds()) {
        check(faultOfHead(last));
        chains += holds() ? 1 : 0;
      }
      last = null;
    }

    void check(Optional<BrokenLink> fault) {
      if (holds()) {
        broken = fault;
      }
    }

    Verdict verdict() {
      return new Verdict(chains, entries, anchors, broken);
    }

    private Optional<BrokenLink> faultOf(Links.Headed next) {
      var link = next.link();
      var seq = last == null ? 1 : last.link().seq() + 1;
      var previous = last == null ? Link.GENESIS : last.link().hash();
      if (link.seq() != seq) {
        return broken(link.chain(), seq, Fault.MISSING);
      }
      if (!link.expectedHash().equals(link.hash())) {
        return broken(link.chain(), seq, Fault.CHANGED);
      }
      if (!link.previous().equals(previous)) {
        return broken(link.chain(), seq, Fault.UNLINKED);
      }
      return Optional.empty();
    }

    private static Optional<BrokenLink> faultOfHead(Links.Headed last) {
      var link = last.link();
      if (last.headHash() == null) {
        return broken(link.chain(), link.seq(), Fault.HEAD);
      }
      if (last.headSeq() > link.seq()) {
        return broken(link.chain(), link.seq() + 1, Fault.MISSING);
      }
      if (last.headSeq() < link.seq()) {
        return broken(link.chain(), last.headSeq() + 1, Fault.EXTRA);
      }
      return last.headHash().equals(link.hash()) ? Optional.empty() : broken(link.chain(), link.seq(), Fault.HEAD);
    }

    private static Optional<BrokenLink> broken(UUID chain, long seq, Fault fault) {
      return Optional.of(new BrokenLink(new CaseId(chain), seq, fault));
    }
  }
}
