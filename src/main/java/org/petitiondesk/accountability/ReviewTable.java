package org.petitiondesk.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.accountability.ReviewTrack.Phase;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.documents.LetterText;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews.Trigger;
import org.petitiondesk.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reviews at rest: their rows, panels, tracks and steps. */
@Repository
class ReviewTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  ReviewTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** False when one is open for the case. */
  boolean insert(Review opened) {
    return jdbc.sql("""
        insert into review (id, case_id, number, unit_id, desk, cause_of, reason, rule_words, opened_by, opened_at,
            notice, state, open_key)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict do nothing""")
        .params(opened.id().value(), opened.caseId().value(), opened.number(), opened.unit(), opened.desk(),
            opened.trigger().name(), opened.reason(), opened.rule(), opened.openedBy(),
            Timestamp.from(opened.openedAt()), opened.notice().title() + "\n" + opened.notice().body(),
            opened.state().name(), opened.caseId().value())
        .update() == 1;
  }

  void runs(ReviewId id, String run) {
    jdbc.sql("update review set run = ? where id = ?").params(run, id.value()).update();
  }

  Review get(ReviewId id) {
    return one("select * from review where id = ?", id);
  }

  /** The row stays as it is until the transaction ends: two people at one review come one after the other. */
  Review lock(ReviewId id) {
    return one("select * from review where id = ? for update", id);
  }

  private Review one(String sql, ReviewId id) {
    return jdbc.sql(sql).param(id.value()).query(ReviewTable::read).optional()
        .orElseThrow(() -> new NotFound("accountability.not-found.review"));
  }

  /** The latest first. */
  List<Review> of(CaseId caseId) {
    return jdbc.sql("select * from review where case_id = ? order by opened_at desc, id desc").param(caseId.value())
        .query(ReviewTable::read).list();
  }

  Optional<Review> open(CaseId caseId) {
    return jdbc.sql("select * from review where open_key = ?").param(caseId.value()).query(ReviewTable::read)
        .optional();
  }

  long openOf(String unit) {
    return jdbc.sql("select count(*) from review where state <> 'SIGNED' and (unit_id = ? or desk like ?)")
        .params(unit, "%@" + unit).query(Long.class).single();
  }

  void move(ReviewId id, ReviewState state) {
    jdbc.sql("update review set state = ? where id = ?").params(state.name(), id.value()).update();
  }

  void end(ReviewId id) {
    jdbc.sql("update review set state = 'SIGNED', open_key = null where id = ?").param(id.value()).update();
  }

  /** False when another review of the case is open. */
  boolean openAgain(Review review) {
    if (open(review.caseId()).isPresent()) {
      return false;
    }
    jdbc.sql("update review set state = 'OPEN', open_key = case_id where id = ?").param(review.id().value()).update();
    return true;
  }

  void propose(CaseId caseId, Trigger trigger, String by, boolean opened, String words) {
    jdbc.sql("""
        insert into review_proposal (id, case_id, cause_of, proposed_by, proposed_at, opened, rule_words)
          values (?, ?, ?, ?, ?, ?, ?)""")
        .params(CaseId.next().value(), caseId.value(), trigger.name(), by, Timestamp.from(now()), opened, words)
        .update();
  }

  int proposals(CaseId caseId, Trigger trigger) {
    return jdbc.sql("select count(*) from review_proposal where case_id = ? and cause_of = ?")
        .params(caseId.value(), trigger.name()).query(Integer.class).single();
  }

  void addMember(ReviewId id, String account, ReviewMember.Part part, String by) {
    jdbc.sql("""
        insert into review_member (review_id, number, account, part, named_by, named_at)
          select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? from review_member where review_id = ?""")
        .params(id.value(), account, part.name(), by, Timestamp.from(now()), id.value()).update();
  }

  void declared(ReviewId id, String account) {
    jdbc.sql("""
        update review_member set declared_at = ?
          where review_id = ? and account = ? and left_at is null and declared_at is null""")
        .params(Timestamp.from(now()), id.value(), account).update();
  }

  void leave(ReviewId id, int number, String why) {
    jdbc.sql("update review_member set left_at = ?, left_why = ? where review_id = ? and number = ?")
        .params(Timestamp.from(now()), why, id.value(), number).update();
  }

  /** In the order in which they were named. */
  List<ReviewMember> members(ReviewId id) {
    return jdbc.sql("select * from review_member where review_id = ? order by number").param(id.value())
        .query((rs, row) -> new ReviewMember(rs.getInt("number"), rs.getString("account"),
            ReviewMember.Part.valueOf(rs.getString("part")), rs.getString("named_by"),
            rs.getTimestamp("named_at").toInstant(), moment(rs, "declared_at"),
            moment(rs, "left_at").map(at -> new ReviewMember.Left(at, text(rs, "left_why")))))
        .list();
  }

  /** Open reviews in whose panel the account is. */
  List<Review> withMember(String account) {
    return jdbc.sql("""
        select r.* from review r where r.state <> 'SIGNED' and exists (select 1 from review_member m
          where m.review_id = r.id and m.account = ? and m.left_at is null)""")
        .param(account).query(ReviewTable::read).list();
  }

  void addTrack(ReviewId id, Track track, boolean inScope) {
    jdbc.sql("insert into review_track (review_id, track, in_scope, phase, since) values (?, ?, ?, 'CLAIM', ?)")
        .params(id.value(), track.name(), inScope, Timestamp.from(now())).update();
  }

  void scope(ReviewId id, List<Track> inScope) {
    for (var track : Track.values()) {
      jdbc.sql("update review_track set in_scope = ? where review_id = ? and track = ?")
          .params(inScope.contains(track), id.value(), track.name()).update();
    }
  }

  void bringIn(ReviewId id, Track track) {
    jdbc.sql("update review_track set in_scope = true where review_id = ? and track = ?")
        .params(id.value(), track.name()).update();
  }

  void reviewer(ReviewId id, Track track, String account) {
    jdbc.sql("update review_track set reviewer = ? where review_id = ? and track = ?")
        .params(account, id.value(), track.name()).update();
  }

  void phase(ReviewId id, Track track, Phase phase) {
    jdbc.sql("update review_track set phase = ?, since = ? where review_id = ? and track = ?")
        .params(phase.name(), Timestamp.from(now()), id.value(), track.name()).update();
  }

  /** The unit has the word, until that day. */
  void claimUntil(ReviewId id, Track track, LocalDate day) {
    jdbc.sql("update review_track set phase = 'CLAIM', since = ?, due_on = ? where review_id = ? and track = ?")
        .params(Timestamp.from(now()), day, id.value(), track.name()).update();
  }

  /** All four, in their order; empty before the scope is known. */
  List<ReviewTrack> tracks(ReviewId id) {
    return jdbc.sql("select * from review_track where review_id = ?").param(id.value())
        .query((rs, row) -> new ReviewTrack(Track.valueOf(rs.getString("track")), rs.getBoolean("in_scope"),
            Phase.valueOf(rs.getString("phase")), rs.getTimestamp("since").toInstant(),
            Optional.ofNullable(rs.getObject("due_on", LocalDate.class)),
            Optional.ofNullable(rs.getString("reviewer"))))
        .list().stream().sorted((one, other) -> one.track().compareTo(other.track())).toList();
  }

  int add(ReviewId id, Optional<Track> track, ReviewStep.Kind kind, String by, String words,
      Optional<LocalDate> dueOn, List<Track> tracks) {
    var number = jdbc.sql("select count(*) + 1 from review_step where review_id = ?").param(id.value())
        .query(Integer.class).single();
    jdbc.sql("""
        insert into review_step (review_id, number, track, kind, done_by, done_at, words, due_on, tracks)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), number, track.map(Enum::name).orElse(null), kind.name(), by, Timestamp.from(now()), words,
            dueOn.orElse(null),
            tracks.isEmpty() ? null : tracks.stream().map(Enum::name).collect(Collectors.joining(",")))
        .update();
    return number;
  }

  void attach(ReviewId id, int step, DocumentId document, Optional<Integer> cause) {
    jdbc.sql("insert into review_file (review_id, number, document_id, cause) values (?, ?, ?, ?)")
        .params(id.value(), step, document.value(), cause.orElse(null)).update();
  }

  /** Empty when the file is no evidence of this review. */
  Optional<Track> trackOf(ReviewId id, DocumentId document) {
    return jdbc.sql("""
        select s.track from review_file f join review_step s on s.review_id = f.review_id and s.number = f.number
          where f.review_id = ? and f.document_id = ?""")
        .params(id.value(), document.value()).query(String.class).optional().map(Track::valueOf);
  }

  /** The first one first. */
  List<ReviewStep> steps(ReviewId id) {
    var files = jdbc.sql("select * from review_file where review_id = ? order by number, cause, document_id")
        .param(id.value())
        .query((rs, row) -> new File(rs.getInt("number"),
            new ReviewStep.Evidence(new DocumentId(rs.getObject("document_id", UUID.class)),
                Optional.ofNullable((Integer) rs.getObject("cause")))))
        .list().stream()
        .collect(Collectors.groupingBy(File::step, Collectors.mapping(File::evidence, Collectors.toList())));
    return jdbc.sql("select * from review_step where review_id = ? order by number").param(id.value())
        .query((rs, row) -> new ReviewStep(rs.getInt("number"),
            Optional.ofNullable(rs.getString("track")).map(Track::valueOf),
            ReviewStep.Kind.valueOf(rs.getString("kind")), rs.getString("done_by"),
            rs.getTimestamp("done_at").toInstant(), rs.getString("words"),
            Optional.ofNullable(rs.getObject("due_on", LocalDate.class)), tracks(rs.getString("tracks")),
            files.getOrDefault(rs.getInt("number"), List.of())))
        .list();
  }

  static Review read(ResultSet rs, int row) throws SQLException {
    var notice = rs.getString("notice");
    var end = notice.indexOf('\n');
    return new Review(new ReviewId(rs.getObject("id", UUID.class)), new CaseId(rs.getObject("case_id", UUID.class)),
        rs.getString("unit_id"), rs.getString("desk"), Trigger.valueOf(rs.getString("cause_of")),
        rs.getString("reason"), rs.getString("rule_words"), rs.getString("opened_by"),
        rs.getTimestamp("opened_at").toInstant(),
        new LetterText(notice.substring(0, end), rs.getString("number"), notice.substring(end + 1)),
        ReviewState.valueOf(rs.getString("state")), Optional.ofNullable(rs.getString("run")).orElse(""));
  }

  static List<Track> tracks(String joined) {
    return joined == null || joined.isBlank()
        ? List.of()
        : Arrays.stream(joined.split(",")).map(String::strip).map(Track::valueOf).toList();
  }

  private static Optional<Instant> moment(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private static String text(ResultSet rs, String column) {
    try {
      return rs.getString(column);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private record File(int step, ReviewStep.Evidence evidence) {}
}
