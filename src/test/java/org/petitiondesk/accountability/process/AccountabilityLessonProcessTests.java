package org.petitiondesk.accountability.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.petitiondesk.accountability.AccountabilityLesson.END_READ;
import static org.petitiondesk.accountability.AccountabilityLesson.KEY;
import static org.petitiondesk.accountability.AccountabilityLesson.LESSON_ID;
import static org.petitiondesk.accountability.AccountabilityLesson.READER;
import static org.petitiondesk.accountability.AccountabilityLesson.READERS;
import static org.petitiondesk.accountability.AccountabilityLesson.READ_BY;
import static org.petitiondesk.accountability.AccountabilityLesson.USER_READ;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.engine.ModelEngine;

@Deployment(resources = "processes/accountability/accountability_lesson.bpmn")
class AccountabilityLessonProcessTests {

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine.with(Map.of());

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
  }

  @Test
  void theReaderHasItInPersonUntilItIsRead() {
    var instance = runtimeService().startProcessInstanceByKey(KEY, "lesson", LESSON_ID.with("lesson")
        .with(READERS, "handler@housing").with(READER, "housing.handler").with(READ_BY, "2099-03-12T23:59:59+08:00")
        .asMap());

    assertThat(instance).isWaitingAt(USER_READ);
    assertThat(task(instance)).isAssignedTo("housing.handler");
    complete(task(instance));
    assertThat(instance).isEnded().hasPassed(END_READ);
  }
}
