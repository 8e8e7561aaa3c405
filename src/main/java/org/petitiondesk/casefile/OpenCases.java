package org.petitiondesk.casefile;

import org.petitiondesk.people.UnitWork;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A unit that registered, leads or helps in an open case can not be dissolved. */
@Component
@Order(1)
class OpenCases implements UnitWork {

  private final JdbcClient jdbc;

  OpenCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public long openOf(String unit) {
    return jdbc.sql("""
        select count(distinct c.id) from case_unit u join case_file c on c.id = u.case_id
          where u.unit_id = ? and u.part <> 'RESPONDENT' and c.closing_state is null""").param(unit)
        .query(Long.class).single();
  }

  @Override
  public String sentence() {
    return "casefile.open-cases";
  }
}
