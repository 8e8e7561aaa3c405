package org.petitiondesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever can write into the tables is found out, and the first broken link is named. */
@DeskTest
class AuditVerificationTests {

  private static final Actor WANG = new Actor("wang", "王小二", "xfj", Set.of());

  @Autowired
  private AuditTrail trail;
  @Autowired
  private AuditVerification verification;
  @Autowired
  private Anchors anchors;
  @Autowired
  private AuditExport export;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private MockMvcTester mvc;
  @Autowired
  private PlatformTransactionManager transactions;

  private final CaseId chain = CaseId.next();

  @BeforeEach
  void fiveActs() {
    for (var act : "one two three four five".split(" ")) {
      append(chain, act);
    }
    assertThat(verification.verify(chain)).isEqualTo(new Verdict(1, 5, 0, Optional.empty()));
  }

  /** The chains of all tests lie in one database. */
  @AfterEach
  void removeTheTraces() {
    jdbc.sql("delete from audit_anchor_head").update();
    jdbc.sql("delete from audit_anchor").update();
    jdbc.sql("delete from audit_entry where chain = ?").param(chain.value()).update();
    jdbc.sql("delete from audit_head where chain = ?").param(chain.value()).update();
  }

  @Test
  void untouchedChainsHold() {
    append(CaseId.next(), "one");

    var verdict = verification.verifyAll();

    assertThat(verdict.firstBroken()).isEmpty();
    assertThat(verdict.chains()).isEqualTo(trail.figures().chains()).isGreaterThanOrEqualTo(2);
    assertThat(verdict.entries()).isEqualTo(trail.figures().entries());
  }

  @Test
  void aChangedEntryIsNamed() {
    tamper("update audit_entry set details = '{\"by\":\"nobody\"}' where chain = ? and seq = 3");

    assertBroken(3, Fault.CHANGED);
  }

  @Test
  void everyColumnIsPartOfTheHash() {
    var two = links().get(1);
    for (var change : List.of("at = at + interval '1' second", "actor_id = 'li'", "actor_name = '李四'",
        "act = 'case.closed'", "previous = 'x'")) {
      tamper("update audit_entry set " + change + " where chain = ? and seq = 2");
      assertBroken(2, Fault.CHANGED);

      jdbc.sql("""
          update audit_entry set at = ?, actor_id = ?, actor_name = ?, act = ?, previous = ?
          where chain = ? and seq = 2""").params(Timestamp.from(two.at()), two.actorId(), two.actorName(), two.act(),
          two.previous(), two.chain()).update();
      assertThat(verification.verify(chain).firstBroken()).isEmpty();
    }
  }

  @Test
  void anEntryRewrittenWithItsHashDoesNotFitTheNextOne() {
    var three = links().get(2);
    var forged = Link.next(chain.value(), 3, new Link.Act(three.at(), "wang", "王小二", "harmless", "{}"),
        three.previous());
    jdbc.sql("update audit_entry set act = ?, details = ?, hash = ? where chain = ? and seq = 3")
        .params(forged.act(), forged.details(), forged.hash(), chain.value()).update();

    assertBroken(4, Fault.UNLINKED);
  }

  @Test
  void aRemovedEntryIsNamed() {
    tamper("delete from audit_entry where chain = ? and seq = 2");

    assertBroken(2, Fault.MISSING);
  }

  @Test
  void aRemovedEndIsNamed() {
    tamper("delete from audit_entry where chain = ? and seq >= 4");

    assertBroken(4, Fault.MISSING);
  }

  @Test
  void aChainWithoutItsEntriesIsNamed() {
    tamper("delete from audit_entry where chain = ?");

    assertBroken(1, Fault.MISSING);
  }

  @Test
  void aForgedEntryPastTheEndIsNamed() {
    var last = links().get(4);
    var forged = Link.next(chain.value(), 6, new Link.Act(last.at(), "wang", "王小二", "case.closed", "{}"), last.hash());
    jdbc.sql("""
        insert into audit_entry (chain, seq, at, actor_id, actor_name, act, details, previous, hash)
        select chain, 6, at, actor_id, actor_name, ?, ?, hash, ? from audit_entry where chain = ? and seq = 5""")
        .params(forged.act(), forged.details(), forged.hash(), chain.value()).update();

    assertBroken(6, Fault.EXTRA);
  }

  @Test
  void aRemovedHeadIsNamed() {
    tamper("delete from audit_head where chain = ?");

    assertBroken(5, Fault.HEAD);
  }

  @Test
  void aChainRewrittenFromEndToEndIsFoundByTheAnchor() {
    anchors.make().orElseThrow();
    var previous = Link.GENESIS;
    for (var link : links()) {
      var act = new Link.Act(link.at(), "wang", "王小二", "harmless", "{}");
      var forged = Link.next(chain.value(), link.seq(), act, previous);
      jdbc.sql("update audit_entry set act = ?, details = ?, previous = ?, hash = ? where chain = ? and seq = ?")
          .params(forged.act(), forged.details(), previous, forged.hash(), chain.value(), link.seq()).update();
      previous = forged.hash();
    }
    jdbc.sql("update audit_head set hash = ? where chain = ?").params(previous, chain.value()).update();

    assertBroken(5, Fault.ANCHORED_OTHERWISE);
  }

  @Test
  void anEndRemovedTogetherWithItsHeadIsFoundByTheAnchor() {
    anchors.make().orElseThrow();
    var four = links().get(3);
    tamper("delete from audit_entry where chain = ? and seq = 5");
    jdbc.sql("update audit_head set seq = 4, hash = ? where chain = ?").params(four.hash(), chain.value()).update();

    assertBroken(5, Fault.ANCHORED_OTHERWISE);
  }

  @Test
  void aChangedAnchorIsNamed() {
    anchors.make().orElseThrow();
    append(chain, "six");
    var second = anchors.make().orElseThrow();
    assertThat(verification.verifyAll()).matches(Verdict::holds).extracting(Verdict::anchors).isEqualTo(2L);

    jdbc.sql("delete from audit_anchor_head where chain = ? and seq = 5").param(chain.value()).update();

    assertThat(verification.verifyAll().firstBroken()).contains(new BrokenLink(AuditTrail.HOUSE, 1, Fault.ANCHOR));
    assertThat(second.number()).isEqualTo(2);
  }

  @Test
  void anAnchorIsMadeOnlyWhenSomethingGrew() {
    assertThat(anchors.make()).isPresent();
    assertThat(anchors.make()).isEmpty();
    append(chain, "six");

    var anchor = anchors.make().orElseThrow();

    assertThat(anchor.chains()).isEqualTo(1);
    assertThat(anchor.number()).isEqualTo(2);
    assertThat(anchors.last()).contains(anchor);
  }

  @Test
  void anExportCanBeVerifiedWithNothingButSha256() throws Exception {
    anchors.make().orElseThrow();
    var text = new ObjectMapper().writeValueAsString(export.of(chain));

    var tree = new ObjectMapper().readTree(text);

    var previous = "";
    for (var entry : tree.get("entries")) {
      var hashed = new ObjectMapper().readTree(entry.get("hashedText").asText());
      assertThat(hashed.get(1).asLong()).isEqualTo(entry.get("seq").asLong());
      assertThat(hashed.get(5).asText()).isEqualTo(entry.get("act").asText());
      assertThat(hashed.get(7).asText()).isEqualTo(previous);
      previous = Link.sha256(entry.get("hashedText").asText());
      assertThat(entry.get("hash").asText()).isEqualTo(previous);
    }
    var anchor = tree.get("anchors").get(0);
    var sealed = new StringBuilder(anchor.get("previous").asText()).append('\n').append(anchor.get("number").asText())
        .append('\n').append(anchor.get("day").asText());
    anchor.get("heads").forEach(head -> sealed.append('\n').append(head.asText()));
    assertThat(Link.sha256(sealed.toString())).isEqualTo(anchor.get("root").asText());
    assertThat(sealed).contains(chain + " 5 " + previous);
  }

  @Test
  void thePageSaysInWordsWhatIsBroken() {
    var auditor = user("auditor").roles("AUDITOR");
    assertThat(mvc.get().uri("/audit").with(auditor)).hasStatusOk().bodyText().contains("核验全部记录");
    assertThat(mvc.post().uri("/audit/verification").with(auditor).with(csrf())).hasStatusOk().bodyText()
        .contains("data-verdict=\"holds\"");
    assertThat(mvc.get().uri("/audit?chain=" + chain).with(auditor)).hasStatusOk().bodyText().contains("这条链完好，共 5 条记录");

    tamper("delete from audit_entry where chain = ? and seq = 2");

    assertThat(mvc.post().uri("/audit/verification").with(auditor).with(csrf())).hasStatusOk().bodyText()
        .contains("链 " + chain + " 的第 2 条记录缺失");
    assertThat(mvc.get().uri("/audit?chain=" + chain).with(auditor)).bodyText().contains("第 2 条记录缺失");
    assertThat(mvc.get().uri("/audit?chain=nonsense").with(auditor)).hasStatusOk().bodyText().contains("不是一个案件内部编号");
    assertThat(mvc.post().uri("/audit/anchors").with(auditor).with(csrf())).hasStatusOk().bodyText().contains("已经封存");
    assertThat(mvc.get().uri("/audit").with(user("officer").roles("OFFICER"))).hasStatus(HttpStatus.FORBIDDEN);
  }

  private void assertBroken(long seq, Fault fault) {
    var broken = new BrokenLink(chain, seq, fault);
    assertThat(verification.verify(chain).firstBroken()).contains(broken);
    assertThat(verification.verifyAll().firstBroken()).contains(broken);
  }

  private List<Link> links() {
    return jdbc.sql("select * from audit_entry where chain = ? order by seq").param(chain.value()).query(Link::read)
        .list();
  }

  private void tamper(String sql) {
    assertThat(jdbc.sql(sql).param(chain.value()).update()).isPositive();
  }

  private void append(CaseId to, String act) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> trail.append(to, WANG, act, Map.of()));
  }
}
