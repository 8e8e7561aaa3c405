package org.petitiondesk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Gives every application context of the tests its own data folder and its own empty database. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      var data = Files.createTempDirectory("petition-desk-test");
      TestPropertyValues.of("petition-desk.data=" + data).applyTo(context);
      if ("postgresql".equals(System.getProperty("test.database"))) {
        var server = EmbeddedPostgres.builder().start();
        // As a bean it is closed after the connection pool, not before: otherwise the pool waits 30 s at exit.
        ((GenericApplicationContext) context).registerBean("embeddedPostgres", EmbeddedPostgres.class, () -> server,
            definition -> definition.setDestroyMethodName("close"));
        TestPropertyValues.of("spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
            "spring.datasource.username=postgres", "spring.datasource.password=postgres").applyTo(context);
      } else {
        TestPropertyValues.of("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1").applyTo(context);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
