package org.petitiondesk.petition.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.petitiondesk.petition.PetitionRatingExclusion.END_EXCLUDED;
import static org.petitiondesk.petition.PetitionRatingExclusion.END_KEPT;
import static org.petitiondesk.petition.PetitionRatingExclusion.EXCLUDED;
import static org.petitiondesk.petition.PetitionRatingExclusion.KEY;
import static org.petitiondesk.petition.PetitionRatingExclusion.SIGNERS;
import static org.petitiondesk.petition.PetitionRatingExclusion.USER_COUNTERSIGN;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;

@Deployment(resources = PetitionModels.FOLDER + "petition_rating_exclusion.bpmn")
class PetitionRatingExclusionProcessTests {

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine.with(Map.of());

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
  }

  @ParameterizedTest
  @CsvSource({"true," + END_EXCLUDED, "false," + END_KEPT})
  void theSecondPersonDecides(boolean excluded, String end) {
    var proposed = runtimeService().startProcessInstanceByKey(KEY, CaseId.next().toString(),
        SIGNERS.with("leader@xfj").asMap());
    assertThat(proposed).isWaitingAt(USER_COUNTERSIGN);
    assertThat(task(proposed)).hasCandidateGroup("leader@xfj");

    complete(task(proposed), EXCLUDED.with(excluded).asMap());

    assertThat(proposed).isEnded().hasPassed(end);
  }
}
