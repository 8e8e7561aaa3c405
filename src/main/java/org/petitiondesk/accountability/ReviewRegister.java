package org.petitiondesk.accountability;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.casefile.CaseCodes;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Page;
import org.petitiondesk.kernel.PageEnd;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reviews of every case that the reader may see, the latest first, and how often which track was sent back. */
@Component
@Transactional(readOnly = true)
public class ReviewRegister {

  static final int PAGE_SIZE = 25;
  private static final int MONTHS = 6;

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final CaseCodes codes;
  private final ReviewTable reviews;
  private final Clock clock;

  ReviewRegister(JdbcClient jdbc, CaseFiles cases, CaseCodes codes, ReviewTable reviews, Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.codes = codes;
    this.reviews = reviews;
    this.clock = clock;
  }

  public Page<ReviewRow> find(ReviewQuery query, Actor actor, Optional<String> cursor) {
    var rule = cases.sightRule(actor);
    if (rule.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    var conditions = new ArrayList<>(List.of(rule.get().condition()));
    var parameters = new HashMap<>(rule.get().parameters());
    filter(query, conditions, parameters);
    cursor.flatMap(PageEnd::of).ifPresent(end -> {
      conditions.add("(r.opened_at, r.id) < (:afterTime, :afterId)");
      parameters.put("afterTime", Timestamp.from(end.at()));
      parameters.put("afterId", end.id());
    });
    var rows = jdbc.sql("select r.*, c.code_year, c.number as case_number, c.title from review r"
        + " join case_file c on c.id = r.case_id where (" + String.join(") and (", conditions)
        + ") order by r.opened_at desc, r.id desc fetch first " + (PAGE_SIZE + 1) + " rows only").params(parameters)
        .query((rs, n) -> {
          var review = ReviewTable.read(rs, n);
          return new ReviewRow(review, CaseCodes.code(rs.getInt("code_year"), rs.getLong("case_number")),
              rs.getString("title"), List.of());
        }).list();
    var page = Page.cut(rows, PAGE_SIZE,
        row -> new PageEnd(row.review().openedAt(), row.review().id().value()).toString());
    return new Page<>(page.rows().stream().map(row -> new ReviewRow(row.review(), row.code(), row.title(),
        reviews.tracks(row.review().id()))).toList(), page.next());
  }

  /** Of the cases that the reader may see: the last months, the latest first, each with its four tracks. */
  public List<ReviewFigure> figures(Actor actor) {
    var rule = cases.sightRule(actor);
    if (rule.isEmpty()) {
      return List.of();
    }
    var now = YearMonth.from(Dates.today(clock));
    return Stream.iterate(now, month -> month.minusMonths(1)).limit(MONTHS).flatMap(month -> {
      var counted = new HashMap<String, Long>();
      jdbc.sql("select s.track, s.kind, count(*) as times from review_step s join review r on r.id = s.review_id"
          + " join case_file c on c.id = r.case_id where s.done_at >= :from and s.done_at < :to"
          + " and s.kind in ('PASSED', 'SENT_BACK', 'REOPENED') and " + rule.get().condition()
          + " group by s.track, s.kind").params(rule.get().parameters()).param("from", beginning(month))
          .param("to", beginning(month.plusMonths(1)))
          .query(rs -> {
            counted.put(rs.getString("track") + rs.getString("kind"), rs.getLong("times"));
          });
      return counted.isEmpty() && !month.equals(now)
          ? Stream.empty()
          : Stream.of(Track.values()).map(track -> new ReviewFigure(month.toString(), track,
              counted.getOrDefault(track + "PASSED", 0L), counted.getOrDefault(track + "SENT_BACK", 0L),
              counted.getOrDefault(track + "REOPENED", 0L)));
    }).toList();
  }

  private void filter(ReviewQuery query, List<String> conditions, Map<String, Object> parameters) {
    query.text().ifPresent(text -> conditions
        .add(codes.condition(text, "r.case_id", List.of("r.number", "c.title"), parameters)));
    query.unit().ifPresent(unit -> {
      conditions.add("r.unit_id = :unit");
      parameters.put("unit", unit);
    });
    query.trigger().ifPresent(trigger -> {
      conditions.add("r.cause_of = :trigger");
      parameters.put("trigger", trigger.name());
    });
    query.open().ifPresent(open -> conditions.add(open ? "r.state <> 'SIGNED'" : "r.state = 'SIGNED'"));
  }

  private static Timestamp beginning(YearMonth month) {
    return Timestamp.from(month.atDay(1).atStartOfDay(Dates.ZONE).toInstant());
  }
}
