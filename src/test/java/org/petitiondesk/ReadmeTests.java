package org.petitiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** The README's table of processes says what the models say; on a difference the right table is in the message. */
class ReadmeTests {

  private static final String BEGIN = "<!-- processes: generated, checked by ReadmeTests -->\n";
  private static final String END = "<!-- end of processes -->";

  @Test
  void theTableOfProcessesIsTheOneOfTheModels() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    var written = readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END));

    assertThat(written).isEqualTo(table());
  }

  private static String table() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      var models = files.filter(file -> file.toString().endsWith(".bpmn") && !file.toString().contains("templates"))
          .sorted().toList();
      assertThat(models).isNotEmpty();
      return "| process | module | starts by | timers | groups | messages |\n|---|---|---|---|---|---|\n"
          + models.stream().map(ReadmeTests::row).collect(Collectors.joining());
    }
  }

  private static String row(Path file) {
    var model = Bpmn.readModelFromFile(file.toFile());
    var process = model.getModelElementsByType(Process.class).iterator().next();
    return "| `%s` %s | %s | %s | %s | %s | %s |%n".formatted(process.getId(), process.getName(),
        file.getParent().getFileName(),
        ids(model.getModelElementsByType(StartEvent.class).stream()
            .filter(start -> !(start.getParentElement() instanceof SubProcess)).toList()),
        ids(model.getModelElementsByType(TimerEventDefinition.class).stream()
            .map(timer -> (BaseElement) timer.getParentElement()).toList()),
        model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaCandidateGroups)
            .filter(Objects::nonNull).distinct().sorted().map(group -> "`" + group + "`")
            .collect(Collectors.joining(", ")),
        model.getModelElementsByType(Message.class).stream().map(Message::getName).distinct().sorted()
            .map(name -> "`" + name + "`").collect(Collectors.joining(", ")));
  }

  private static String ids(Collection<? extends BaseElement> elements) {
    return elements.stream().map(element -> "`" + element.getId() + "`").distinct().collect(Collectors.joining(", "));
  }
}
