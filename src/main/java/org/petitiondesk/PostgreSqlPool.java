package org.petitiondesk;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * What the PostgreSQL driver should do for a desk whose every step writes several rows of a kind; as data source
 * properties, because the embedded database refuses settings that it does not know. A setting in the URL wins.
 */
@Component
class PostgreSqlPool implements BeanPostProcessor {

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
      // The rows of a batch travel as one statement: history and audit are about half of all inserts.
      pool.addDataSourceProperty("reWriteBatchedInserts", "true");
      // The driver keeps 256 prepared statements of a connection; the engine's and ours together are more.
      pool.addDataSourceProperty("preparedStatementCacheQueries", "1024");
      pool.addDataSourceProperty("preparedStatementCacheSizeMiB", "16");
    }
    return bean;
  }
}
