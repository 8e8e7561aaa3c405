package org.petitiondesk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.result.Row;
import org.h2.table.Table;
import org.h2.table.TableType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings the indexes of the embedded database in step with its rows before anything reads them. H2 stores the maps of a
 * database one after another while others write: a process that is killed at that moment may leave an index entry of a
 * transaction that was never confirmed, and every statement that comes across it fails. The rows themselves are whole.
 * Nobody else is at work at that time.
 */
@Component
class EmbeddedIndexes implements Callback {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedIndexes.class);

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      if (context.getConnection().isWrapperFor(JdbcConnection.class)) {
        mend(context.getConnection());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The indexes of the embedded database can not be checked.", e);
    }
  }

  @Override
  public String getCallbackName() {
    return "embedded-indexes";
  }

  /** The number of entries that were taken out or put in. */
  static int mend(Connection connection) throws SQLException {
    var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    var mended = 0;
    if (Arrays.stream(session.getDatabase().getSessions(false)).noneMatch(SessionLocal::containsUncommitted)) {
      for (var table : session.getDatabase().getMainSchema().getAllTablesAndViews(session)) {
        mended += table.getTableType() == TableType.TABLE ? mend(table, session) : 0;
      }
    }
    connection.commit();
    return mended;
  }

  private static int mend(Table table, SessionLocal session) {
    var rows = table.getScanIndex(session);
    var mended = 0;
    for (var index : table.getIndexes()) {
      if (index.getRowCount(session) != rows.getRowCount(session)) {
        var changed = takeOut(index, keys(rows, session), table, session) + putIn(index, rows, session);
        LOG.warn("The index {} of {} did not fit the rows after a killed process: {} entries mended.", index.getName(),
            table.getName(), changed);
        mended += changed;
      }
    }
    return mended;
  }

  private static int takeOut(Index index, Set<Long> rows, Table table, SessionLocal session) {
    var entries = new ArrayList<Row>();
    var cursor = index.find(session, null, null, false);
    while (cursor.next()) {
      var entry = cursor.getSearchRow();
      if (!rows.contains(entry.getKey())) {
        var row = table.getTemplateRow();
        row.setKey(entry.getKey());
        for (var column : index.getColumns()) {
          row.setValue(column.getColumnId(), entry.getValue(column.getColumnId()));
        }
        entries.add(row);
      }
    }
    entries.forEach(entry -> index.remove(session, entry));
    return entries.size();
  }

  private static int putIn(Index index, Index rows, SessionLocal session) {
    var entries = keys(index, session);
    var missing = new ArrayList<Row>();
    var cursor = rows.find(session, null, null, false);
    while (cursor.next()) {
      if (!entries.contains(cursor.getSearchRow().getKey())) {
        missing.add(cursor.get());
      }
    }
    missing.forEach(row -> index.add(session, row));
    return missing.size();
  }

  private static Set<Long> keys(Index index, SessionLocal session) {
    var keys = new HashSet<Long>();
    var cursor = index.find(session, null, null, false);
    while (cursor.next()) {
      keys.add(cursor.getSearchRow().getKey());
    }
    return keys;
  }
}
