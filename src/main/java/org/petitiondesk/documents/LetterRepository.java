package org.petitiondesk.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.people.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters at rest: the recipient and the whole text are encrypted, for the text names people too. */
@Repository
class LetterRepository {

  private static final String COLUMNS = """
      select id, case_id, template, number, words, unit, recipient, method, state, issued_at, delivered_on, proof
      from letter
      """;

  private final JdbcClient jdbc;
  private final PersonalData personalData;
  private final ObjectMapper json;

  LetterRepository(JdbcClient jdbc, PersonalData personalData, ObjectMapper json) {
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.json = json;
  }

  /**
   * The next number of a unit in a year. The row stays locked until the transaction ends: a letter that is rolled back
   * leaves no gap, and nobody else gets its number meanwhile.
   */
  int nextNumber(String unit, int year) {
    var counted = "update letter_series set last_number = last_number + 1 where unit = ? and series_year = ?";
    if (jdbc.sql(counted).params(unit, year).update() == 0) {
      jdbc.sql("insert into letter_series (unit, series_year, last_number) values (?, ?, 0) on conflict do nothing")
          .params(unit, year).update();
      jdbc.sql(counted).params(unit, year).update();
    }
    return jdbc.sql("select last_number from letter_series where unit = ? and series_year = ?").params(unit, year)
        .query(Integer.class).single();
  }

  void insert(Letter letter, String issuedBy) {
    jdbc.sql("""
        insert into letter (id, case_id, template, number, words, unit, recipient, method, state, issued_at, issued_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(letter.id().value(), letter.caseId().value(), letter.template(), letter.number(),
            personalData.encrypt(letter.title() + "\n" + letter.body()), letter.unit(),
            personalData.encrypt(write(letter.recipient())), letter.method().name(), letter.state().name(),
            Timestamp.from(letter.issuedAt()), issuedBy)
        .update();
  }

  Optional<Letter> find(LetterId id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id.value()).query(this::read).optional();
  }

  List<Letter> of(CaseId caseId) {
    return jdbc.sql(COLUMNS + "where case_id = ? order by issued_at, id").param(caseId.value()).query(this::read)
        .list();
  }

  /** False when the letter is no longer on its way. */
  boolean redirected(LetterId id, DeliveryMethod method) {
    return jdbc.sql("update letter set method = ? where id = ? and state = 'ISSUED'").params(method.name(), id.value())
        .update() == 1;
  }

  /** False when the letter is no longer on its way. */
  boolean delivered(LetterId id, LocalDate on, String proof, Optional<DocumentId> evidence) {
    return jdbc.sql("""
        update letter set state = 'DELIVERED', delivered_on = ?, proof = ?, evidence = ?
        where id = ? and state = 'ISSUED'""")
        .params(on, proof, evidence.map(DocumentId::value).orElse(null), id.value()).update() == 1;
  }

  /** False when the letter is no longer on its way. */
  boolean undeliverable(LetterId id, String reason) {
    return jdbc.sql("update letter set state = 'UNDELIVERABLE', reason = ? where id = ? and state = 'ISSUED'")
        .params(reason, id.value()).update() == 1;
  }

  private Letter read(ResultSet rs, int row) throws SQLException {
    var words = personalData.decrypt(rs.getBytes("words"));
    var end = words.indexOf('\n');
    return new Letter(new LetterId(rs.getObject("id", UUID.class)), new CaseId(rs.getObject("case_id", UUID.class)),
        rs.getString("template"), rs.getString("number"), words.substring(0, end), words.substring(end + 1),
        rs.getString("unit"), recipient(personalData.decrypt(rs.getBytes("recipient"))),
        DeliveryMethod.valueOf(rs.getString("method")), LetterState.valueOf(rs.getString("state")),
        rs.getTimestamp("issued_at").toInstant(), Optional.ofNullable(rs.getObject("delivered_on", LocalDate.class)),
        Optional.ofNullable(rs.getString("proof")));
  }

  private String write(Recipient recipient) {
    try {
      return json.writeValueAsString(recipient);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Recipient recipient(String text) {
    try {
      return json.readValue(text, Recipient.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
