package org.petitiondesk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class InstallationKeyTests {

  @TempDir
  private Path data;

  private JdbcClient jdbc;

  @BeforeEach
  void anEmptyDatabase() {
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
    jdbc = JdbcClient.create(source);
    jdbc.sql("create table installation_key (id integer primary key, fingerprint varchar(64) not null)").update();
  }

  @Test
  void theFirstStartMakesAKeyThatLaterStartsFind() throws Exception {
    var first = new PersonalData(new InstallationKey("", data, jdbc));
    var second = new PersonalData(new InstallationKey("", data, jdbc));

    assertThat(second.decrypt(first.encrypt("电话"))).isEqualTo("电话");
    assertThat(Files.getPosixFilePermissions(data.resolve("installation.key"))).hasSize(2);
  }

  @Test
  void aLostKeyIsSaidAndNotReplaced() throws Exception {
    new InstallationKey("", data, jdbc);
    Files.delete(data.resolve("installation.key"));

    assertThatThrownBy(() -> new InstallationKey("", data, jdbc)).hasMessageContaining("missing");
    assertThat(data.resolve("installation.key")).doesNotExist();
  }

  @Test
  void anotherKeyIsRefused() {
    new InstallationKey("", data, jdbc);
    var other = Base64.getEncoder().encodeToString(new byte[32]);

    assertThatThrownBy(() -> new InstallationKey(other, data, jdbc)).hasMessageContaining("another installation key");
    assertThatThrownBy(() -> new InstallationKey("c2hvcnQ=", data, jdbc)).hasMessageContaining("32 bytes");
  }
}
