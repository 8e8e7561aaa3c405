package org.petitiondesk.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.petitiondesk.engine.DesignedForm;
import org.petitiondesk.engine.DesignedForms;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Matters, the steps with a designed form, and what was written in them. */
@Repository
class MatterTable {

  private final JdbcClient jdbc;
  private final DesignedForms forms;
  private final PersonalData personalData;

  MatterTable(JdbcClient jdbc, DesignedForms forms, PersonalData personalData) {
    this.jdbc = jdbc;
    this.forms = forms;
    this.personalData = personalData;
  }

  /** False when there is one with this id: its form was sent twice. */
  boolean insert(Matter matter) {
    return jdbc.sql("""
        insert into matter (id, number_year, process_key, process_name, process_version, title, unit, started_by,
            started_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(matter.id().value(), Dates.local(matter.startedAt()).getYear(), matter.process(), matter.processName(),
            matter.processVersion(), matter.title(), matter.unit(), matter.startedBy(), timestamp(matter.startedAt()))
        .update() == 1;
  }

  Optional<Matter> find(MatterId id) {
    return jdbc.sql("select * from matter where id = ?").param(id.value()).query(MatterTable::read).optional();
  }

  /** Locks it: its steps are written one after the other. */
  Optional<Matter> lock(MatterId id) {
    return jdbc.sql("select * from matter where id = ? for update").param(id.value()).query(MatterTable::read)
        .optional();
  }

  void end(MatterId id, String outcome, Instant at) {
    jdbc.sql("update matter set ended_at = ?, outcome = ? where id = ? and ended_at is null")
        .params(timestamp(at), outcome, id.value()).update();
  }

  Set<String> processes() {
    return Set.copyOf(jdbc.sql("select distinct process_key from matter").query(String.class).list());
  }

  void began(OpenTask task, DesignedForm form) {
    jdbc.sql("""
        insert into matter_item (task_id, subject_id, step, name, form_key, form_version, group_name, holder, began_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(task.id(), task.caseId().value(), task.key(), task.name() == null ? task.key() : task.name(),
            form.key(), form.version(), task.group(), task.assignee().orElse(""), timestamp(task.createdAt()))
        .update();
  }

  void migrated(OpenTask task, DesignedForm form) {
    var known = form(task.id());
    if (known.isEmpty()) {
      began(task, form);
      return;
    }
    var shown = known.filter(kept -> kept.key().equals(form.key())).orElse(form);
    jdbc.sql("""
        update matter_item set step = ?, name = ?, form_key = ?, form_version = ?, group_name = ? where task_id = ?""")
        .params(task.key(), task.name() == null ? task.key() : task.name(), shown.key(), shown.version(),
            task.group(), task.id())
        .update();
  }

  void held(String task, String holder) {
    jdbc.sql("update matter_item set holder = ? where task_id = ?").params(holder, task).update();
  }

  void ended(String task, Instant at) {
    jdbc.sql("update matter_item set ended_at = ? where task_id = ?").params(timestamp(at), task).update();
  }

  /** The form that a step shows, in the version with which it began. */
  Optional<DesignedForm> form(String task) {
    return jdbc.sql("select form_key, form_version from matter_item where task_id = ?").param(task)
        .query((rs, n) -> forms.get(rs.getString(1), rs.getInt(2))).optional();
  }

  void add(CaseId subject, String task, String step, String name, DesignedForm form, Answers answers, Actor by,
      Instant at) {
    jdbc.sql("""
        insert into matter_entry (subject_id, seq, task_id, step, name, form_key, form_version, field_values,
            written_by, written_name, written_at)
          select cast(? as uuid), coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? from matter_entry
            where subject_id = ?""")
        .params(subject.value(), task, step, name, form.key(), form.version(),
            personalData.encrypt(answers.toJson()), by.id(), by.name(), timestamp(at), subject.value())
        .update();
  }

  /** The first one first. */
  List<MatterEntry> entries(CaseId subject) {
    return jdbc.sql("select * from matter_entry where subject_id = ? order by seq").param(subject.value())
        .query((rs, n) -> new MatterEntry(rs.getString("task_id"), rs.getString("step"), rs.getString("name"),
            forms.get(rs.getString("form_key"), rs.getInt("form_version")),
            Answers.fromJson(personalData.decrypt(rs.getBytes("field_values"))), rs.getString("written_by"),
            rs.getString("written_name"), rs.getTimestamp("written_at").toInstant()))
        .list();
  }

  static Matter read(ResultSet rs, int row) throws SQLException {
    return new Matter(new MatterId(rs.getObject("id", UUID.class)),
        "SX%d-%06d".formatted(rs.getInt("number_year"), rs.getLong("number")), rs.getString("process_key"),
        rs.getString("process_name"), rs.getInt("process_version"), rs.getString("title"), rs.getString("unit"),
        rs.getString("started_by"), rs.getTimestamp("started_at").toInstant(),
        Optional.ofNullable(rs.getTimestamp("ended_at")).map(Timestamp::toInstant),
        Optional.ofNullable(rs.getString("outcome")).orElse(""));
  }

  static Timestamp timestamp(Instant at) {
    return Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS));
  }
}
