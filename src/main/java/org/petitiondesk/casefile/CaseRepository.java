package org.petitiondesk.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The rows of case_file, and the units, names and links that hang on them. */
@Repository
class CaseRepository {

  /** Part of a unit in a case; only the first three let it see the case. */
  enum Part {
    REGISTERING, LEAD, CO, REVIEWING, RESPONDENT
  }

  record UnitPart(String unit, Part part) {}

  /** What the register keeps of a receipt. */
  record Seal(String trackingCode, String secretHash, String receiptHash) {}

  static final String SELECT = """
      select c.*, (select string_agg(u.unit_id, ',') from case_unit u where u.case_id = c.id and u.part = 'CO') co_units
      from case_file c
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  CaseRepository(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** The database counts: the file comes back with the code that it gave. */
  CaseFile insert(CaseFile file, Seal seal) {
    var keys = new GeneratedKeyHolder();
    var year = Dates.local(file.registeredAt()).getYear();
    jdbc.sql("""
        insert into case_file (id, code_year, kind, channel, demand_class, received_on, registered_at, registering_unit,
          territory, urgency, simple_track, title, text, anonymous, status, registered_by, tracking_code, secret_hash,
          receipt_hash, version)
        values (:id, :codeYear, :kind, :channel, :demandClass, :receivedOn, :registeredAt, :registeringUnit,
          :territory, :urgency, :simpleTrack, :title, :text, :anonymous, :status, :registeredBy, :trackingCode,
          :secretHash, :receiptHash, :version)
        """).param("id", file.id().value()).param("codeYear", year).param("kind", file.kind().name())
        .param("channel", file.channel().name()).param("demandClass", file.demandClass().name())
        .param("receivedOn", file.receivedOn()).param("registeredAt", Timestamp.from(file.registeredAt()))
        .param("registeringUnit", file.registeringUnit()).param("territory", file.territory())
        .param("urgency", file.urgency().name()).param("simpleTrack", file.simpleTrack()).param("title", file.title())
        .param("text", file.text()).param("anonymous", file.anonymous()).param("status", file.status().name())
        .param("registeredBy", file.registeredBy()).param("trackingCode", seal.trackingCode())
        .param("secretHash", seal.secretHash()).param("receiptHash", seal.receiptHash())
        .param("version", file.version()).update(keys, "number");
    return new CaseFile(file.id(), CaseCodes.code(year, keys.getKeyAs(Number.class).longValue()), file.kind(),
        file.channel(),
        file.demandClass(), file.receivedOn(), file.registeredAt(), file.registeringUnit(), file.territory(),
        file.category(), file.urgency(), file.simpleTrack(), file.title(), file.text(), file.anonymous(), file.status(),
        file.closingState(), file.leadUnit(), file.coUnits(), file.leader(), file.officer(), file.registeredBy(),
        file.mergedInto(), file.filed(), file.version());
  }

  Optional<CaseFile> find(CaseId id) {
    return jdbc.sql(SELECT + "where c.id = :id").param("id", id.value()).query(CaseRepository::file).optional();
  }

  List<CaseFile> unfiledAfter(Optional<CaseId> after, int limit) {
    return jdbc.sql(SELECT + "where c.filed_at is null and c.id > :after order by c.id limit :limit")
        .param("after", after.map(CaseId::value).orElse(new UUID(0, 0))).param("limit", limit)
        .query(CaseRepository::file).list();
  }

  /** Writes what a transition may have changed; refuses when somebody else wrote since it was read. */
  void update(CaseFile after, Instant now) {
    var written = jdbc.sql("""
        update case_file set demand_class = :demandClass, category = :category, urgency = :urgency,
          simple_track = :simpleTrack, status = :status, closing_state = :closingState, closed_at = :closedAt,
          lead_unit = :leadUnit, leader = :leader, officer = :officer, merged_into = :mergedInto, version = :version
        where id = :id and version = :version - 1
        """).param("demandClass", after.demandClass().name()).param("category", after.category().orElse(null))
        .param("urgency", after.urgency().name()).param("simpleTrack", after.simpleTrack())
        .param("status", after.status().name())
        .param("closingState", after.closingState().map(ClosingState::name).orElse(null))
        .param("closedAt", after.isClosed() ? Timestamp.from(now) : null)
        .param("leadUnit", after.leadUnit().orElse(null)).param("leader", after.leader().orElse(null))
        .param("officer", after.officer().orElse(null))
        .param("mergedInto", after.mergedInto().map(CaseId::value).orElse(null)).param("version", after.version())
        .param("id", after.id().value()).update();
    if (written == 0) {
      throw new Conflict("casefile.conflict.changed", after.code());
    }
  }

  void addUnits(CaseId id, List<UnitPart> units) {
    batches.batchUpdate("insert into case_unit (case_id, unit_id, part) values (?, ?, ?)",
        units.stream().map(unit -> new Object[]{id.value(), unit.unit(), unit.part().name()}).toList());
  }

  void addReviewing(CaseId id, String body) {
    jdbc.sql("insert into case_unit (case_id, unit_id, part) values (?, ?, 'REVIEWING') on conflict do nothing")
        .params(id.value(), body).update();
  }

  boolean isReviewing(CaseId id, String unit) {
    return jdbc.sql("select count(*) from case_unit where case_id = ? and part = 'REVIEWING' and unit_id = ?")
        .params(id.value(), unit).query(Long.class).single() > 0;
  }

  boolean isRespondent(CaseId id, Collection<String> units) {
    return jdbc
        .sql("select count(*) from case_unit where case_id = :id and part = 'RESPONDENT' and unit_id in (:units)")
        .param("id", id.value()).param("units", units).query(Long.class).single() > 0;
  }

  void replaceAssigned(CaseId id, String lead, List<String> co) {
    jdbc.sql("delete from case_unit where case_id = :id and part in ('LEAD', 'CO')").param("id", id.value()).update();
    addUnits(id,
        Stream.concat(Stream.of(new UnitPart(lead, Part.LEAD)), co.stream().map(unit -> new UnitPart(unit, Part.CO)))
            .toList());
  }

  /** Says whether the account was not named before. */
  boolean grant(CaseId id, String account, String by, Instant now) {
    return jdbc.sql("""
        insert into case_access (case_id, account, granted_by, granted_at)
        select c.id, cast(:account as varchar(120)), cast(:by as varchar(120)), cast(:at as timestamp(3) with time zone)
        from case_file c where c.id = :id
          and not exists (select 1 from case_access a where a.case_id = c.id and a.account = :account)
        """).param("account", account).param("by", by).param("at", Timestamp.from(now)).param("id", id.value())
        .update() > 0;
  }

  List<String> named(CaseId id) {
    return jdbc.sql("select account from case_access where case_id = :id order by granted_at, account")
        .param("id", id.value()).query(String.class).list();
  }

  void link(CaseId id, CaseId target, String kind, String by, Instant now) {
    jdbc.sql("insert into case_link (case_id, target_id, kind, linked_by, linked_at) values (?, ?, ?, ?, ?)")
        .params(id.value(), target.value(), kind, by, Timestamp.from(now)).update();
  }

  Seal seal(CaseId id) {
    return jdbc.sql("select tracking_code, secret_hash, receipt_hash from case_file where id = :id")
        .param("id", id.value()).query((rs, row) -> new Seal(rs.getString("tracking_code"),
            rs.getString("secret_hash"), rs.getString("receipt_hash")))
        .single();
  }

  Optional<String> trackingCode(CaseId id) {
    return jdbc.sql("select tracking_code from case_file where id = :id").param("id", id.value()).query(String.class)
        .optional();
  }

  static CaseFile file(ResultSet rs, int row) throws SQLException {
    return new CaseFile(id(rs, "id"), CaseCodes.code(rs.getInt("code_year"), rs.getLong("number")),
        CaseKind.valueOf(rs.getString("kind")), Channel.valueOf(rs.getString("channel")),
        DemandClass.valueOf(rs.getString("demand_class")), rs.getObject("received_on", LocalDate.class),
        rs.getTimestamp("registered_at").toInstant(), rs.getString("registering_unit"), rs.getString("territory"),
        Optional.ofNullable(rs.getString("category")), Urgency.valueOf(rs.getString("urgency")),
        rs.getBoolean("simple_track"), rs.getString("title"), rs.getString("text"), rs.getBoolean("anonymous"),
        CaseStatus.valueOf(rs.getString("status")), Optional.ofNullable(rs.getString("closing_state"))
            .map(ClosingState::valueOf),
        Optional.ofNullable(rs.getString("lead_unit")), units(rs.getString("co_units")),
        Optional.ofNullable(rs.getString("leader")), Optional.ofNullable(rs.getString("officer")),
        rs.getString("registered_by"), Optional.ofNullable(rs.getObject("merged_into", UUID.class)).map(CaseId::new),
        rs.getTimestamp("filed_at") != null, rs.getInt("version"));
  }

  static CaseRow row(ResultSet rs, int row) throws SQLException {
    return new CaseRow(id(rs, "id"), CaseCodes.code(rs.getInt("code_year"), rs.getLong("number")),
        CaseKind.valueOf(rs.getString("kind")), rs.getString("title"), CaseStatus.valueOf(rs.getString("status")),
        Optional.ofNullable(rs.getString("closing_state")).map(ClosingState::valueOf),
        rs.getObject("received_on", LocalDate.class), rs.getString("territory"),
        Optional.ofNullable(rs.getString("category")), Optional.ofNullable(rs.getString("lead_unit")),
        rs.getTimestamp("filed_at") != null);
  }

  private static CaseId id(ResultSet rs, String column) throws SQLException {
    return new CaseId(rs.getObject(column, UUID.class));
  }

  private static List<String> units(String joined) {
    var units = joined == null ? new ArrayList<String>() : new ArrayList<>(List.of(joined.split(",")));
    units.sort(null);
    return units;
  }
}
