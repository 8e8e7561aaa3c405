package org.petitiondesk.dispute;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.petitiondesk.casefile.CaseCodes;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Page;
import org.petitiondesk.kernel.PageEnd;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of disputes and its figures, by the row rule. */
@Component
@Transactional(readOnly = true)
public class DisputeRegister {

  private static final int PAGE_SIZE = 30;

  private static final String FROM = """
      from dispute d join case_file c on c.id = d.case_id
        left join dispute_agreement a on a.case_id = d.case_id and a.in_force_on is not null
      where\s""";

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final CaseCodes codes;
  private final DisputeSettings settings;

  DisputeRegister(JdbcClient jdbc, CaseFiles cases, CaseCodes codes,
      DisputeSettings settings) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.codes = codes;
    this.settings = settings;
  }

  /** The newest first. */
  public Page<DisputeRow> find(DisputeQuery query, Actor actor, Optional<String> cursor) {
    var rule = cases.sightRule(actor);
    if (rule.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    var parameters = new HashMap<>(rule.get().parameters());
    var conditions = conditions(query, parameters);
    conditions.add(rule.get().condition());
    cursor.flatMap(PageEnd::of).ifPresent(end -> {
      conditions.add("(d.opened_at < :at or d.opened_at = :at and d.case_id < :after)");
      parameters.put("at", Timestamp.from(end.at()));
      parameters.put("after", end.id());
    });
    var rows = jdbc.sql("""
        select d.*, c.code_year, c.number, c.title, c.territory,
          (select m.account from dispute_mediator m where m.case_id = d.case_id
            order by m.number desc fetch first 1 rows only) as mediator
        """ + FROM + String.join(" and ", conditions) + " order by d.opened_at desc, d.case_id desc fetch first "
        + (PAGE_SIZE + 1) + " rows only").params(parameters)
        .query((rs, n) -> new DisputeRow(new CaseId(rs.getObject("case_id", UUID.class)),
            CaseCodes.code(rs.getInt("code_year"), rs.getLong("number")), rs.getString("title"),
            DisputeKind.valueOf(rs.getString("kind")), DisputeState.valueOf(rs.getString("state")),
            rs.getString("committee"), rs.getString("territory"), Optional.ofNullable(rs.getString("mediator")),
            rs.getTimestamp("opened_at").toInstant()))
        .list();
    return Page.cut(rows, PAGE_SIZE, row -> new PageEnd(row.openedAt(), row.id().value()).toString());
  }

  /** Of the disputes that the reader may see and that were opened in the period, both days included. */
  public DisputeFigures figures(LocalDate from, LocalDate to, Actor actor) {
    var rule = cases.sightRule(actor);
    var query = new DisputeQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.of(from), Optional.of(to));
    var found = new ArrayList<Counted>();
    rule.ifPresent(sight -> {
      var parameters = new HashMap<>(sight.parameters());
      var conditions = conditions(query, parameters);
      conditions.add(sight.condition());
      found.addAll(jdbc.sql("""
          select d.case_id, d.kind, d.state, d.opened_at, c.territory, a.form, a.in_force_on,
            (select count(*) from dispute_consent s where s.case_id = d.case_id and s.agreed) as consents,
            (select count(*) from dispute_part p where p.case_id = d.case_id and p.agreement = a.number
              and not exists (select 1 from dispute_part_entry e where e.case_id = p.case_id
                and e.agreement = p.agreement and e.part = p.number and e.kind = 'PERFORMED'
                and e.on_day <= p.due_on)) as late
          """ + FROM + String.join(" and ", conditions)).params(parameters)
          .query((rs, n) -> {
            var opened = Dates.local(rs.getTimestamp("opened_at").toInstant()).toLocalDate();
            return new Counted(DisputeKind.valueOf(rs.getString("kind")), rs.getString("territory"),
                DisputeState.valueOf(rs.getString("state")), rs.getInt("consents") == Side.values().length,
                Optional.ofNullable(rs.getString("form")).map(AgreementForm::valueOf), rs.getInt("late") == 0,
                Optional.ofNullable(rs.getObject("in_force_on", LocalDate.class))
                    .map(on -> (int) ChronoUnit.DAYS.between(opened, on)));
          })
          .list());
    });
    return count(found);
  }

  private DisputeFigures count(List<Counted> all) {
    var days = all.stream().flatMap(one -> one.days().stream()).sorted().toList();
    return new DisputeFigures(all.size(), of(all, Counted::mediated),
        of(all, one -> one.state() == DisputeState.DECLINED),
        of(all, Counted::agreed), of(all, one -> one.form().equals(Optional.of(AgreementForm.WRITTEN))),
        of(all, one -> one.form().equals(Optional.of(AgreementForm.ORAL))),
        of(all, one -> one.state() == DisputeState.FAILED), of(all, one -> one.state() == DisputeState.WITHDRAWN),
        of(all, Counted::performed), of(all, one -> one.performed() && one.inTime()),
        of(all, one -> one.state() == DisputeState.BREACHED), percentile(days, 50), percentile(days, 90),
        settings.successTarget(), groups(all, one -> one.kind().name()), groups(all, Counted::place));
  }

  private static List<DisputeFigures.Group> groups(List<Counted> all, Function<Counted, String> by) {
    return all.stream().collect(Collectors.groupingBy(by)).entrySet().stream()
        .map(entry -> new DisputeFigures.Group(entry.getKey(), entry.getValue().size(),
            of(entry.getValue(), Counted::mediated), of(entry.getValue(), Counted::agreed),
            of(entry.getValue(), one -> one.agreed() || one.state() == DisputeState.FAILED)))
        .sorted(Comparator.comparing(DisputeFigures.Group::opened).reversed()
            .thenComparing(DisputeFigures.Group::name))
        .toList();
  }

  private static int of(List<Counted> all, Predicate<Counted> which) {
    return (int) all.stream().filter(which).count();
  }

  /** The nearest rank: so many took as long or less. */
  static OptionalInt percentile(List<Integer> sorted, int percent) {
    return sorted.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1));
  }

  private List<String> conditions(DisputeQuery query, Map<String, Object> parameters) {
    var conditions = new ArrayList<String>();
    query.text().filter(text -> !text.isBlank()).ifPresent(text -> conditions.add("("
        + codes.condition(text, "c.id", List.of("c.title"), parameters) + ")"));
    query.state().ifPresent(state -> with("d.state = :state", "state", state.name(), conditions, parameters));
    query.kind().ifPresent(kind -> with("d.kind = :kind", "kind", kind.name(), conditions, parameters));
    query.form().ifPresent(form -> with("a.form = :form", "form", form.name(), conditions, parameters));
    query.place().ifPresent(place -> with("c.territory = :place", "place", place, conditions, parameters));
    query.from().ifPresent(from -> with("d.opened_at >= :from", "from",
        Timestamp.from(from.atStartOfDay(Dates.ZONE).toInstant()), conditions, parameters));
    query.to().ifPresent(to -> with("d.opened_at < :to", "to",
        Timestamp.from(to.plusDays(1).atStartOfDay(Dates.ZONE).toInstant()), conditions, parameters));
    return conditions;
  }

  private static void with(String condition, String name, Object value, List<String> conditions,
      Map<String, Object> parameters) {
    conditions.add(condition);
    parameters.put(name, value);
  }

  private record Counted(DisputeKind kind, String place, DisputeState state, boolean mediated,
      Optional<AgreementForm> form, boolean inTime, Optional<Integer> days) {

    boolean agreed() {
      return form.isPresent();
    }

    boolean performed() {
      return state == DisputeState.FOLLOWING_UP || state == DisputeState.CLOSED;
    }
  }
}
