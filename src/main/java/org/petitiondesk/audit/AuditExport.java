package org.petitiondesk.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** One chain with everything that is needed to verify it elsewhere, without this program and its database. */
@Component
public class AuditExport {

  private static final List<String> RULE = List.of(
      "hash = SHA-256 in lower-case hex over the UTF-8 bytes of hashedText.",
      "hashedText is the JSON array [chain, seq, at in milliseconds since 1970, actorId, actorName, act, details,"
          + " previous] without spaces; details is the text of a JSON object with sorted keys.",
      "previous is the hash of the entry before, empty for the first; seq counts from 1 without gaps.",
      "The root of an anchor is SHA-256 over previous, number, day and every line of heads, joined by line feeds; a"
          + " head is chain, seq and hash of the newest entry at that moment.");

  private final Links links;
  private final Anchors anchors;

  AuditExport(Links links, Anchors anchors) {
    this.links = links;
    this.anchors = anchors;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Map<String, Object> of(CaseId chain) {
    var export = new LinkedHashMap<String, Object>();
    export.put("chain", chain.toString());
    export.put("howToVerify", RULE);
    export.put("entries", links.of(chain.value()).stream().map(AuditExport::entry).toList());
    var seals = new ArrayList<Map<String, Object>>();
    anchors.of(chain).forEach(anchor -> seals.add(seal(anchor)));
    export.put("anchors", seals);
    return export;
  }

  private static Map<String, Object> entry(Link link) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("seq", link.seq());
    entry.put("at", link.at().toString());
    entry.put("actorId", link.actorId());
    entry.put("actorName", link.actorName());
    entry.put("act", link.act());
    entry.put("details", link.details());
    entry.put("previous", link.previous());
    entry.put("hash", link.hash());
    entry.put("hashedText", link.canonicalText());
    return entry;
  }

  private Map<String, Object> seal(Anchor anchor) {
    var seal = new LinkedHashMap<String, Object>();
    seal.put("number", anchor.number());
    seal.put("day", anchor.day().toString());
    seal.put("at", anchor.at().toString());
    seal.put("previous", anchor.previous());
    seal.put("root", anchor.root());
    seal.put("heads", anchors.lines(anchor.number()));
    return seal;
  }
}
