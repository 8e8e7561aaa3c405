package org.petitiondesk.petition.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.ObjectionSteps;
import org.petitiondesk.petition.PetitionSteps;
import org.petitiondesk.petition.ReconsiderationSteps;

/** The real delegates of the petition's models, bound to steps that a test provides. */
final class PetitionModels {

  static final String FOLDER = "processes/petition/";

  private PetitionModels() {}

  static Map<Object, Object> delegates(PetitionSteps steps) {
    var beans = new HashMap<Object, Object>();
    beans.put("guideAwayDelegate", new GuideAwayDelegate(steps));
    beans.put("refusePetitionDelegate", new RefusePetitionDelegate(steps));
    beans.put("mergePetitionDelegate", new MergePetitionDelegate(steps));
    beans.put("referToMediationDelegate", new ReferToMediationDelegate(steps));
    beans.put("askSupplementDelegate", new AskSupplementDelegate(steps));
    beans.put("resumeScreeningDelegate", new ResumeScreeningDelegate(steps));
    beans.put("recordAnswerDelegate", new RecordAnswerDelegate(steps));
    beans.put("closePetitionDelegate", new ClosePetitionDelegate(steps));
    beans.put("withdrawPetitionDelegate", new WithdrawPetitionDelegate(steps));
    beans.put("assignUnitsDelegate", new AssignUnitsDelegate(steps));
    beans.put("acceptPetitionDelegate", new AcceptPetitionDelegate(steps));
    beans.put("issueReplyDelegate", new IssueReplyDelegate(steps));
    beans.put("unitList", new UnitList());
    return beans;
  }

  static Map<Object, Object> delegates(ReconsiderationSteps steps) {
    var beans = new HashMap<Object, Object>();
    beans.put("admitReconsiderationDelegate", new AdmitReconsiderationDelegate(steps));
    beans.put("refuseReconsiderationDelegate", new RefuseReconsiderationDelegate(steps));
    beans.put("withdrawReconsiderationDelegate", new WithdrawReconsiderationDelegate(steps));
    beans.put("callHearingDelegate", new CallHearingDelegate(steps));
    beans.put("endHearingDelegate", new EndHearingDelegate(steps));
    beans.put("issueOpinionDelegate", new IssueOpinionDelegate(steps));
    beans.put("recordOpinionDelegate", new RecordOpinionDelegate(steps));
    beans.put("concludeReconsiderationDelegate", new ConcludeReconsiderationDelegate(steps));
    return beans;
  }

  static Map<Object, Object> delegates(ObjectionSteps steps) {
    return Map.of("registerObjectionDelegate", new RegisterObjectionDelegate(steps), "passOnObjectionDelegate",
        new PassOnObjectionDelegate(steps), "concludeObjectionDelegate", new ConcludeObjectionDelegate(steps));
  }

  static Map<Object, Object> delegates(PetitionSteps steps, ReconsiderationSteps reconsiderations,
      ObjectionSteps objections) {
    var beans = delegates(steps);
    beans.putAll(delegates(objections));
    beans.putAll(delegates(reconsiderations));
    return beans;
  }

  static ProcessInstance start(String process, CaseId id, Facts facts) {
    return runtimeService().startProcessInstanceByKey(process, id.toString(), facts.asMap());
  }
}
