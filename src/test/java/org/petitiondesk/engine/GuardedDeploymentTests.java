package org.petitiondesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class GuardedDeploymentTests {

  private static final String MODEL = """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
        <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
          <startEvent id="start"/><sequenceFlow id="f" sourceRef="start" targetRef="s"/>%s
        </process>
      </definitions>""";

  @Autowired
  private RepositoryService repository;

  @Test
  void oneRefusedFileKeepsTheWholeDeploymentOut() {
    var deployment = repository.createDeployment().name("brought by somebody")
        .addString("good.bpmn", MODEL.formatted("guard_good", "<endEvent id=\"s\"/>"))
        .addString("evil.bpmn", MODEL.formatted("guard_evil",
            "<serviceTask id=\"s\" camunda:expression=\"${''.getClass()}\"/>"));

    assertThatThrownBy(deployment::deploy).isInstanceOfSatisfying(ModelRefused.class,
        refused -> assertThat(refused.findings()).extracting(ModelFinding::toString)
            .containsExactly("camunda:expression at s, line 4"));
    assertThat(repository.createDeploymentQuery().deploymentName("brought by somebody").count()).isZero();
    assertThat(repository.createProcessDefinitionQuery().processDefinitionKeyLike("guard_%").count()).isZero();
  }

  @Test
  void aFileOfAnotherKindIsNoModel() {
    var deployment = repository.createDeployment().name("brought by somebody").addString("evil.js", "1");

    assertThatThrownBy(deployment::deploy).isInstanceOf(ModelRefused.class).hasMessageContaining("evil.js");
  }
}
