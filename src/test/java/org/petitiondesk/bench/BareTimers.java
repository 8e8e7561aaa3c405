package org.petitiondesk.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine alone, stock setting and stock job executor, with timers behind which nothing happens. */
class BareTimers {

  private static final String MODEL = """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
          id="d" targetNamespace="bench">
        <process id="empty_timer" isExecutable="true" camunda:historyTimeToLive="P30D">
          <startEvent id="start" />
          <sequenceFlow id="one" sourceRef="start" targetRef="timer" />
          <intermediateCatchEvent id="timer">
            <timerEventDefinition><timeDate xsi:type="tFormalExpression">${at}</timeDate></timerEventDefinition>
          </intermediateCatchEvent>
          <sequenceFlow id="other" sourceRef="timer" targetRef="end" />
          <endEvent id="end" />
        </process>
      </definitions>
      """;

  private final HikariDataSource pool = new HikariDataSource();
  private final StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();

  BareTimers(String url, String user, String password) {
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.setMaximumPoolSize(16);
    configuration.setProcessEngineName("bare-timers");
    configuration.setDataSource(pool);
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setJobExecutorActivate(true);
  }

  double perSecond(int timers, int clients) throws Exception {
    var engine = configuration.buildProcessEngine();
    try {
      engine.getRepositoryService().createDeployment().addString("empty_timer.bpmn", MODEL).deploy();
      var due = Instant.ofEpochMilli(ClockUtil.getCurrentTime().getTime()).plus(Duration.ofDays(1));
      var threads = Executors.newFixedThreadPool(clients);
      var runtime = engine.getRuntimeService();
      for (var started : threads.invokeAll(IntStream.range(0, timers).<Callable<Void>>mapToObj(n -> () -> {
        runtime.startProcessInstanceByKey("empty_timer", Map.of("at", due.toString()));
        return null;
      }).toList())) {
        started.get();
      }
      threads.shutdown();
      var begin = System.nanoTime();
      ClockUtil.setCurrentTime(Date.from(due.plusSeconds(60)));
      while (runtime.createProcessInstanceQuery().count() > 0) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      return timers / ((System.nanoTime() - begin) / 1e9);
    } finally {
      engine.close();
      pool.close();
    }
  }
}
