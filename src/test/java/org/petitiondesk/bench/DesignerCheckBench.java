package org.petitiondesk.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.petitiondesk.designer.DraftService;
import org.petitiondesk.people.Accounts;

/** What a designer waits for at every save: the check of a process of two hundred elements, once the desk is warm. */
class DesignerCheckBench implements Bench.Measurement {

  private static final int ELEMENTS = 200;
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 50;

  @Override
  public void run(String name) throws Exception {
    var folder = Files.createTempDirectory("petition-desk-bench");
    var both = Databases.h2(folder);
    try (var desk = new DeskSide(both.desk(), both.user(), both.password(), folder)) {
      var drafts = desk.bean(DraftService.class);
      var designer = desk.bean(Accounts.class).actor("designer");
      var draft = drafts.get(
          drafts.fromFile("large.bpmn", model().getBytes(StandardCharsets.UTF_8), designer), designer);
      if (!drafts.findings(draft).isEmpty()) {
        throw new IllegalStateException(
            "Only a model without findings is checked to its end: " + drafts.findings(draft));
      }
      var times = new long[ROUNDS];
      for (var round = -WARM_UP; round < ROUNDS; round++) {
        var begin = System.nanoTime();
        drafts.findings(draft);
        if (round >= 0) {
          times[round] = System.nanoTime() - begin;
        }
      }
      Arrays.sort(times);
      Bench.print(name, times[ROUNDS / 2] / 1e6, "ms");
    } finally {
      both.close().run();
      Folders.delete(folder);
    }
  }

  /** Choices and verbs in turn. */
  private static String model() {
    var model = new StringBuilder("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
        + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='bench'><process id='bench_large'"
        + " name='Large' isExecutable='true' camunda:historyTimeToLive='P1D'><startEvent id='element_0' />");
    for (var i = 1; i < ELEMENTS; i++) {
      model.append(i == ELEMENTS - 1
          ? "<endEvent id='element_%d' />".formatted(i)
          : i % 2 == 0
              ? "<exclusiveGateway id='element_%d' name='Choice %1$d' />".formatted(i)
              : "<serviceTask id='element_%d' name='Step %1$d' camunda:delegateExpression='${closePetitionDelegate}' />"
                  .formatted(i));
      model.append("<sequenceFlow id='flow_%d' sourceRef='element_%d' targetRef='element_%1$d' />".formatted(i, i - 1));
    }
    return model.append("</process></definitions>").toString();
  }
}
