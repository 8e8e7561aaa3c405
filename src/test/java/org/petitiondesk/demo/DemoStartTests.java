package org.petitiondesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.petitiondesk.PetitionDesk;
import org.petitiondesk.TestDatabase;
import org.petitiondesk.audit.AuditVerification;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.inbox.Reconcile;
import org.petitiondesk.kernel.Actor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first command of the README: what a newcomer meets. All other tests run without the demo's cases. */
class DemoStartTests {

  @AfterEach
  void engineTimeBelongsToAll() {
    ClockUtil.reset();
  }

  @Test
  void theDemoStartsWithCasesInEveryStateAndNothingIsAmiss() {
    try (var desk = start()) {
      var jdbc = desk.getBean(JdbcClient.class);

      assertThat(jdbc.sql("select count(*) from case_file").query(Long.class).single()).isGreaterThanOrEqualTo(60);
      assertThat(jdbc.sql("select distinct status from case_file").query(String.class).list())
          .containsAll(Arrays.stream(CaseStatus.values()).map(Enum::name).toList());
      assertThat(desk.getBean(RuntimeService.class).createIncidentQuery().count()).isZero();
      assertThat(desk.getBean(AuditVerification.class).verifyAll().holds()).isTrue();
      var compared = desk.getBean(Reconcile.class).run(false, Actor.SYSTEM);
      assertThat(desk.getBean(Reconcile.class).differences(compared.id())).isEmpty();
    }
  }

  private static ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(PetitionDesk.class).initializers(new TestDatabase()).profiles("demo")
        .run("--server.port=0", "--camunda.bpm.process-engine-name=demo-start");
  }
}
