package org.petitiondesk.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** In which order a list comes. Each is a column that is never empty, with the id behind it so that no two rows are equal. */
public enum WorkListSort {
  /** What is due first; what has no date and what waits for others comes last. */
  DUE("rank_on", true, "[0-9]{4}-.{5}"),
  /** What came last to whom it waits for. */
  NEWEST("waits_since", false, "[0-9]{1,14}"),
  /** By the number of the case. */
  CODE("case_code", true, ".+"),
  /** What was finished last; the only order of the done list. */
  FINISHED("finished_at", false, "[0-9]{1,14}");

  private final String column;
  private final boolean ascending;
  /** How its values stand in an address. */
  private final String written;

  WorkListSort(String column, boolean ascending, String written) {
    this.column = column;
    this.ascending = ascending;
    this.written = written;
  }

  String column() {
    return column;
  }

  String direction() {
    return ascending ? "" : " desc";
  }

  /** The comparison that leads further down the list. */
  String further() {
    return ascending ? ">" : "<";
  }

  /** The comparison that stays above. */
  String above() {
    return ascending ? "<" : ">";
  }

  /**
   * One row of the order, after which a page begins.
   *
   * @param value as the database takes it
   */
  record Place(Object value, String id) {

    /** As it stands in an address. */
    @Override
    public String toString() {
      return (value instanceof Timestamp at ? String.valueOf(at.toInstant().toEpochMilli()) : value) + "~" + id;
    }
  }

  Place place(ResultSet rs) throws SQLException {
    var value = switch (this) {
      case DUE -> rs.getObject(column, LocalDate.class);
      case NEWEST, FINISHED -> rs.getTimestamp(column);
      case CODE -> rs.getString(column);
    };
    return new Place(value, rs.getString("id"));
  }

  /** Empty for a text that no list in this order has made. */
  Optional<Place> place(String text) {
    var parts = text.split("~", 2);
    if (parts.length != 2 || !parts[0].matches(written)) {
      return Optional.empty();
    }
    try {
      var value = switch (this) {
        case DUE -> LocalDate.parse(parts[0]);
        case NEWEST, FINISHED -> Timestamp.from(Instant.ofEpochMilli(Long.parseLong(parts[0])));
        case CODE -> parts[0];
      };
      return Optional.of(new Place(value, parts[1]));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
