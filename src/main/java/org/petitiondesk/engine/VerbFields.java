package org.petitiondesk.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.petitiondesk.engine.ModelFinding.Reason;

/** Whether a step fills in what its verb asks for, and nothing else. Verbs without fields take none. */
final class VerbFields {

  private VerbFields() {}

  static List<ModelFinding> wrong(ModelNode step, String verb, ModelVerbs verbs) {
    var fields = verbs.fields(verb);
    if (!verbs.isForMatters(verb)) {
      return List.of();
    }
    var findings = new ArrayList<ModelFinding>();
    var filled = new HashSet<String>();
    step.children("extensionElements").flatMap(more -> more.children("inputOutput"))
        .flatMap(mapping -> mapping.children().stream()).forEach(parameter -> {
          var name = parameter.attribute("name");
          var field = fields.stream().filter(each -> each.name().equals(name)).findFirst();
          if (!parameter.local().equals("inputParameter") || !parameter.children().isEmpty() || field.isEmpty()
              || !filled.add(name) || !field.get().kind().holds(parameter.text())) {
            findings.add(new ModelFinding(parameter.local() + " " + name, Reason.WRONG_FIELD, step.place(),
                parameter.line()));
          }
        });
    fields.stream().filter(field -> !filled.contains(field.name()))
        .forEach(field -> findings.add(new ModelFinding("inputParameter " + field.name(), Reason.WRONG_FIELD,
            step.place(), step.line())));
    return findings;
  }
}
