package org.petitiondesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are one name, asked today and at rest. */
class PlainNamesTests {

  @ParameterizedTest
  @ValueSource(strings = {"艾力·买买提", "艾力 ・ 买买提", "艾力•买买提", "艾力･买买提", "艾力　‧买买提"})
  void dotsAndBlanksMakeNoOtherName(String name) {
    assertThat(PlainName.of(name)).isEqualTo("艾力·买买提");
  }

  @Test
  void whatIsAtRestIsBroughtInLine() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:h2:mem:"); var statement = connection.createStatement()) {
      statement.execute("create table case_party (id int, name varchar(600), plain_name varchar(1200))");
      statement.execute("insert into case_party values (1, 'ＡＢＣ公司', 'ＡＢＣ公司'), (2, '张 三', '张三'), "
          + "(3, '艾力•买买提', '艾力•买买提')");

      new PlainNames().migrate(context(connection));

      var plain = new ArrayList<String>();
      var rows = statement.executeQuery("select plain_name from case_party order by id");
      while (rows.next()) {
        plain.add(rows.getString(1));
      }
      assertThat(plain).isEqualTo(List.of("ABC公司", "张三", "艾力·买买提"));
    }
  }

  private static Context context(Connection connection) {
    return new Context() {
      @Override
      public Configuration getConfiguration() {
        return null;
      }

      @Override
      public Connection getConnection() {
        return connection;
      }
    };
  }
}
