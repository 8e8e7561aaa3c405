package org.petitiondesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.petitiondesk.engine.ModelFinding.Reason;

/** What the desk's code relies on must be in every draft of a model that it ships. */
class SpineContractTests {

  private static final ShippedModels SHIPPED = new ShippedModels(null);

  @Test
  void everyShippedModelKeepsItsOwnContract() throws ModelNode.Unreadable {
    assertThat(SHIPPED.all()).hasSizeGreaterThan(20);
    for (var model : SHIPPED.all().stream().filter(model -> model.kind() != ModelKind.FORM).toList()) {
      assertThat(broken(model, model.source())).as(model.file()).isEmpty();
    }
  }

  @Test
  void aStepAMessageAVerbAFormAndACalledProcessThatTheDeskReliesOnAreMissed() throws ModelNode.Unreadable {
    var reply = SHIPPED.find(ModelKind.BPMN, "petition_reply").orElseThrow();
    assertThat(broken(reply, reply.source().replace("user_approve_reply", "user_sign")))
        .anySatisfy(finding -> {
          assertThat(finding.construct()).endsWith("user_approve_reply").hasSizeGreaterThan(20);
          assertThat(finding.reason()).isEqualTo(Reason.RELIED_ON);
        });
    assertThat(broken(reply, reply.source().replace("name=\"REPLY_DELIVERED\"", "name=\"REPLY_ARRIVED\"")))
        .extracting(ModelFinding::element).containsExactly("REPLY_DELIVERED");
    assertThat(broken(reply, reply.source().replace("${issueReplyDelegate}", "${assignUnitsDelegate}")))
        .extracting(ModelFinding::element).containsExactly("service_issue_reply");
    assertThat(
        broken(reply, reply.source().replace("camunda:formKey=\"petitions/{case}/approval", "camunda:formKey=\"x")))
        .extracting(ModelFinding::element).containsExactly("user_approve_reply");
    var handling = SHIPPED.find(ModelKind.BPMN, "petition_handling").orElseThrow();
    assertThat(
        broken(handling, handling.source().replace("calledElement=\"petition_reply\"", "calledElement=\"other\"")))
        .extracting(ModelFinding::element).containsExactly("petition_reply");
  }

  @Test
  void whatDoesNotRunSatisfiesNothing() throws ModelNode.Unreadable {
    var reply = SHIPPED.find(ModelKind.BPMN, "petition_reply").orElseThrow();
    assertThat(broken(reply, reply.source().replace("<process id=\"petition_reply\"", "<process id=\"other\"")))
        .extracting(ModelFinding::element).contains("user_approve_reply", "REPLY_DELIVERED");
    assertThat(broken(reply, reply.source().replaceAll("(?s)<userTask( id=\"user_approve_reply\".*?)</userTask>",
        "<x:userTask xmlns:x=\"urn:x\"$1</x:userTask>"))).extracting(ModelFinding::element)
        .containsExactly("user_approve_reply");
    assertThat(broken(reply, reply.source().replace("<userTask id=\"user_approve_reply\"",
        "<userTask xmlns:x=\"urn:x\" x:formKey=\"y\" id=\"user_approve_reply\"")
        .replace("camunda:formKey=\"petitions/{case}/approval", "x:other=\"")))
        .extracting(ModelFinding::element).containsExactly("user_approve_reply");
    assertThat(broken(reply, reply.source().replace("intermediateCatchEvent", "intermediateThrowEvent")
        .replace("receiveTask", "sendTask"))).extracting(ModelFinding::element).contains("REPLY_DELIVERED");
  }

  @Test
  void aTableKeepsItsOutputsItsHitPolicyAndAsksOnlyForWhatItIsGiven() throws ModelNode.Unreadable {
    var levels = SHIPPED.find(ModelKind.DMN, "warning_levels").orElseThrow();
    assertThat(broken(levels, levels.source().replace("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"")))
        .extracting(ModelFinding::reason).containsExactly(Reason.RELIED_ON);
    assertThat(broken(levels, levels.source().replace("<text>kind</text>", "<text>weather</text>")))
        .extracting(ModelFinding::construct, ModelFinding::reason)
        .containsExactly(tuple("weather", Reason.NOT_GIVEN));
    assertThat(broken(levels, levels.source().replaceAll(" name=\"level\"", " name=\"grade\"")))
        .extracting(ModelFinding::element).containsExactly("level");
  }

  private static List<ModelFinding> broken(ShippedModel shipped, String draft) throws ModelNode.Unreadable {
    return SpineContract.broken(shipped, ModelNode.read(draft.getBytes(StandardCharsets.UTF_8)));
  }
}
